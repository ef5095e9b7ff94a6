import type { Years } from '@/lib/plan/kinds/kind';
import type { Names } from '@/lib/plan/log/story';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';

/** The names that values refer to, from the lists a page has. */
export function namesOf(
  { baselineYear, years }: Years,
  departments: readonly DepartmentView[],
  subdimensions: readonly SubdimensionView[],
  {
    referenceName = () => '',
    indicators = [],
  }: { referenceName?: Names['referenceName']; indicators?: readonly { id: string; name: string }[] } = {},
): Names {
  return {
    ...{ baselineYear, years },
    departmentCode: id => departments.find(department => department.id === id)?.code ?? '',
    subdimensionName: id => subdimensions.find(subdimension => subdimension.id === id)?.name ?? '',
    referenceName,
    indicatorName: id => indicators.find(indicator => indicator.id === id)?.name ?? '',
  };
}
