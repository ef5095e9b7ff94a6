import { showDate } from '@/components/ui/moment';
import type { Side } from '@/lib/plan/read/versions';

/** What a side of a comparison is called, with its moment. */
export function sideName({ version }: Side): string {
  return version ? `${version.name} (${showDate(version.at)})` : 'keadaan sekarang';
}
