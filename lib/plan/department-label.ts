/** What a department is called: a district by its name, since its code is a number of the ministry. */
export function departmentLabel({ code, name, kind }: { code: string; name: string; kind: string }): string {
  return isDistrict({ kind }) ? name : code;
}

/** Whether it is a district (kecamatan). */
export const isDistrict = ({ kind }: { kind: string }) => kind === 'DISTRICT';
