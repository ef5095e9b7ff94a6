import { showDate } from '@/components/ui/moment';
import type { Side } from '@/lib/plan/read/versions';

/** What a side of a comparison is called, with its moment. */
export function sideName({ version, plan }: Side, isAcross = false): string {
  const name = version ? `${version.name} (${showDate(version.at)})` : 'keadaan sekarang';
  return isAcross ? `${plan.plan.name}, ${name}` : name;
}
