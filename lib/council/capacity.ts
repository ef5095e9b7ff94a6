type Tenure = 'definitive' | 'plt' | 'plh';

const prefixes: Record<Tenure, string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' };

/** Whether somebody holds an office by themselves or in another's place, in words. */
export const tenureWords: Record<Tenure, string> = {
  definitive: 'definitif',
  plt: 'pelaksana tugas',
  plh: 'pelaksana harian',
};

const offices: Record<string, (headTitle: string) => string> = {
  regent: headTitle => headTitle,
  council: () => 'Anggota Dewan Smart City',
};

/**
 * The office in which somebody decides, e.g. "Plt. Bupati"; '' for a role that decides nothing.
 * @param headTitle what the head of the region is called
 */
export function officeOf({ role, tenure }: { role: string; tenure: Tenure }, headTitle: string): string {
  const office = offices[role];
  return office ? inTenure(office(headTitle), tenure) : '';
}

/** An office as its holder signs: definitive, acting, or for a day. */
export function inTenure(office: string, tenure: Tenure): string {
  return /^pl[th]\b/i.test(office) ? office : `${prefixes[tenure]}${office}`;
}

/** The office of who leads a department: as the person's own position says, or after the department. */
export function headOffice(
  { name, kind }: { name: string; kind: string },
  { position, tenure }: { position: string | null; tenure: Tenure },
  isDistrict: (department: { kind: string }) => boolean,
): string {
  if (position) return inTenure(position, tenure);
  const place = isDistrict({ kind }) ? `Camat ${name.replace(/^kecamatan\s+/i, '')}` : `Kepala ${name}`;
  return inTenure(place, tenure);
}

/** Posts by the rank of their roles, of the same one the definitive first. @param order highest first; others come last */
export function byRank<Post extends { role: string; tenure: Tenure }>(
  posts: readonly Post[],
  order: readonly string[],
): Post[] {
  const tenures = Object.keys(prefixes);
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  const rank = ({ role, tenure }: Post) => place(role) * tenures.length + tenures.indexOf(tenure);
  return [...posts].sort((a, b) => rank(a) - rank(b));
}
