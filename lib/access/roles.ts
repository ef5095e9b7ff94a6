import { type Actor, guestRole } from './policy';

/** What each role is called, in the order of a choice. */
export const roleLabels: Record<string, string> = {
  secretariat: 'Sekretariat Smart City',
  head: 'Kepala',
  operator: 'Operator',
  coordinator: 'Koordinator',
  secondApprover: 'Penyetuju kedua',
  council: 'Dewan Smart City',
  adviser: 'Pendamping',
  regent: 'Kepala daerah',
};
/** What a role is called, those included that no form gives. */
export const roleName = (role: string): string => roleLabels[role] ?? (role === guestRole ? 'Tamu' : role);

/** What stands before the role of somebody who acts in another's place. */
export const tenureLabels = { definitive: '', plt: 'Plt ', plh: 'Plh ' };

/** The roles of a person in words, e.g. "Plt Kepala DINKES, Koordinator Smart Living". */
export function describeRoles(actor: Actor, frame: RoleNames): string {
  const held = actor.grants.map(({ role, departmentId, tenure, formerly }) =>
    [
      `${tenureLabels[tenure]}${roleName(formerly ?? role)}`,
      departmentId && frame.departmentCode(departmentId),
      formerly && '(OPD sudah berakhir)',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const coordinated = actor.coordinates.map(id => `Koordinator ${frame.dimensionName(id)}`);
  return [...new Set([...held, ...coordinated])].join(', ');
}

/** In which office somebody is here, e.g. "DINKES (operator)"; no name is told. */
export function describeOffice(actor: Actor, frame: Pick<RoleNames, 'departmentCode'>): string {
  const [grant] = actor.grants;
  if (!grant) return '';
  const label = roleLabels[grant.formerly ?? grant.role] ?? grant.role;
  const held = `${tenureLabels[grant.tenure]}${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return grant.departmentId ? `${frame.departmentCode(grant.departmentId)} (${held})` : label;
}

export type RoleNames = {
  departmentCode: (id: string) => string;
  dimensionName: (id: string) => string;
};
