import { OwnIndicators } from '@/components/matrix/own-indicators';
import { drawTable } from '@/components/matrix/table';
import { TableBox } from '@/components/matrix/table-box';
import { showDate } from '@/components/ui/moment';
import { namesOf, type PlanAsOf } from '@/lib/plan/log/as-of';
import { matrixOf } from '@/lib/plan/matrix';
import type { Version } from '@/lib/plan/read/versions';
import { byPlace } from '@/lib/plan/tree';

type Props = { version: Version; plan: PlanAsOf };

/** The plan as it stood at a version, with the names of then. */
export function PastPlan({ version, plan }: Props) {
  const dimensions = plan.dimensions.map(dimension => ({ ...dimension, slug: dimension.code.toLowerCase() }));
  const { departmentCode } = namesOf(plan);
  const frame = { ...plan, dimensions, departmentCode };
  const { own, rows } = matrixOf([...plan.items].sort(byPlace), [], frame, {});
  const shown = dimensions.map(dimension => ({ ...dimension, coordinatorId: null, decree: null }));
  const { table } = drawTable(rows, plan.plan, shown, new Map());
  return (
    <>
      <div className="past-head">
        <p>
          {plan.plan.name} pada {showDate(version.at)}, revisi {version.planRevision}. Dinamai {version.by}.
        </p>
        <p className="small muted">Rantai {version.planHash}</p>
      </div>
      <OwnIndicators rows={own} years={plan.plan.years} />
      <TableBox table={table()} label="Tabel rencana pada versi ini, dapat digulir ke samping" column={3} />
    </>
  );
}
