import { DimensionChoice } from '@/components/dimension/dimension-choice';
import { Button } from '@/components/ui/button';
import { departmentLabel } from '@/lib/plan/department-label';
import type { DepartmentView, DimensionView } from '@/lib/plan/read/frame';
import { type AlignmentFilter, alignments } from '@/lib/rpjmd/alignment-filter';

type Props = {
  dimensions: readonly DimensionView[];
  departments: readonly DepartmentView[];
  filter: AlignmentFilter;
};

/** Filters as a plain form, so that they live in the address and need no script. */
export function AlignmentFilters({ dimensions, departments, filter }: Props) {
  return (
    <form className="filters" action="/keselarasan" aria-label="Saring">
      <label>
        <span>Keadaan</span>
        <select
          className="input"
          name="keadaan"
          defaultValue={filter.alignment ? alignments[filter.alignment].slug : ''}
        >
          <option value="">Semua</option>
          {Object.values(alignments).map(({ slug, label }) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <DimensionChoice dimensions={dimensions} chosen={filter.dimension ?? ''} />
      <label>
        <span>OPD</span>
        <select className="input" name="opd" defaultValue={filter.department ?? ''}>
          <option value="">Semua OPD</option>
          {departments.map(department => (
            <option key={department.id} value={departmentLabel(department)}>
              {departmentLabel(department)}
            </option>
          ))}
        </select>
      </label>
      <Button kind="second" icon="filter">
        Saring
      </Button>
    </form>
  );
}
