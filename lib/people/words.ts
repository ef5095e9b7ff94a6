import { roleName, tenureLabels } from '@/lib/access/roles';
import { today } from '@/lib/access/tenure';
import { departmentLabel } from '@/lib/plan/department-label';

type Held = {
  role: string;
  tenure: keyof typeof tenureLabels;
  department?: { code: string; name: string; kind: string; validTo?: Date | null } | null;
  dimension?: { name: string } | null;
};

/** A role that somebody holds, as people say it: "Plt Kepala DINKES", "Koordinator DINKES, Smart Living". */
export function postWords({ role, tenure, department, dimension }: Held): string {
  const place = department ? ` ${departmentLabel(department)}` : '';
  const isEnded = department?.validTo && whenOf(null, department.validTo) === 'past';
  const about = `${dimension ? `, ${dimension.name}` : ''}${isEnded ? ' (OPD sudah berakhir)' : ''}`;
  return `${tenureLabels[tenure]}${roleName(role)}${place}${about}`;
}

const days = new Intl.DateTimeFormat('id-ID', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
});

/** A calendar day ("2026-01-31") as people write it. */
export const showDay = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

/** A day of a row as the log and forms have it. */
export const dayText = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;

/** Whether something that is valid between two days is so today. */
export function whenOf(from: Date | null, to: Date | null): 'now' | 'past' | 'ahead' {
  const day = today();
  if (to && to < day) return 'past';
  return from && from > day ? 'ahead' : 'now';
}
