import { OwnIndicators } from '@/components/matrix/own-indicators';
import { drawTable } from '@/components/matrix/table';
import { TableBox } from '@/components/matrix/table-box';
import { showDate } from '@/components/ui/moment';
import { namesOf, type PlanAsOf } from '@/lib/plan/log/as-of';
import { matrixOf } from '@/lib/plan/matrix';
import type { Version } from '@/lib/plan/read/versions';

type Props = { version: Version; plan: PlanAsOf };

/** The plan as it stood at a version, with the names of then. */
export function PastPlan({ version, plan }: Props) {
  const dimensions = plan.dimensions.map(dimension => ({ ...dimension, slug: dimension.code.toLowerCase() }));
  const { departmentCode } = namesOf(plan);
  const frame = { ...plan, dimensions, departmentCode };
  const { own, rows } = matrixOf(inOrder(plan), [], frame, {});
  const shown = dimensions.map(dimension => ({ ...dimension, coordinatorId: null, decree: null }));
  const { table } = drawTable(rows, plan.plan, shown, new Map());
  return (
    <>
      <p>
        {plan.plan.name} pada {showDate(version.at)}, revisi {version.planRevision}. Dinamai {version.by}.
      </p>
      <p className="small muted">Rantai {version.planHash}</p>
      <OwnIndicators rows={own} years={plan.plan.years} />
      <TableBox table={table} label="Tabel rencana pada versi ini, dapat digulir ke samping" column={3} />
    </>
  );
}

const inOrder = ({ items }: PlanAsOf) =>
  [...items].sort((a, b) =>
    a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : 1,
  );
