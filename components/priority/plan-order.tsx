import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Fold } from '@/components/ui/fold';
import { weightOptions } from '@/lib/plan/matrix-filter';
import type { PlanPriorities } from '@/lib/priority/read/priorities';
import { sayRange, showMean } from './figures';

/** More would hide what stands below. */
const mostAtOnce = 20;

type Props = {
  order: PlanPriorities['order'];
  dimensions: PlanPriorities['dimensions'];
  horizon: string | undefined;
};

/** The whole plan in one order by its scores, over 1, 5 or 10 years; the decided place stands beside. */
export function PlanOrder({ order, dimensions, horizon }: Props) {
  const shown = order.filter(({ target }) => horizon === undefined || target.horizon === horizon);
  const first = shown.filter(({ rated }) => rated.total !== null);
  const closed = dimensions.filter(({ standing }) => standing.order === null);
  const choices = [{ value: undefined, label: 'Semua' }, ...weightOptions('horizon')];
  return (
    <section className="section" aria-labelledby="seluruh">
      <h2 id="seluruh">Seluruh rencana</h2>
      <nav className="manage-nav" aria-label="Jangka waktu">
        <ul>
          {choices.map(({ value, label }) => (
            <li key={label}>
              <Link
                href={value ? `/prioritas?jangka=${value}` : '/prioritas'}
                prefetch={false}
                aria-current={value === horizon ? 'page' : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {closed.length > 0 && (
        <p className="small muted">
          Belum tampil: {closed.map(({ dimension }) => dimension.name).join(', ')}. Nilai dulu semua
          sasarannya, supaya penilaian Anda tidak terpengaruh.
        </p>
      )}
      {first.length === 0 && (
        <p className="muted">Belum ada sasaran dengan nilai lengkap untuk jangka waktu ini.</p>
      )}
      <Places all={first} shown={first.slice(0, mostAtOnce)} dimensions={dimensions} />
      {first.length > mostAtOnce && (
        <Fold summary={`Tampilkan ${first.length - mostAtOnce} sasaran berikutnya`}>
          <Places all={first} shown={first.slice(mostAtOnce)} dimensions={dimensions} />
        </Fold>
      )}
      {shown.length > first.length && (
        <p className="small muted">{shown.length - first.length} sasaran belum lengkap nilainya.</p>
      )}
    </section>
  );
}

type PlacesProps = Pick<Props, 'dimensions'> & { all: Props['order']; shown: Props['order'] };

function Places({ all, shown, dimensions }: PlacesProps) {
  const dimensionOf = (id: string) => dimensions.find(({ dimension }) => dimension.id === id)?.dimension;
  return (
    <ol className="plan-order">
      {shown.map(({ target, rated }) => {
        const dimension = dimensionOf(target.dimensionId);
        return (
          <li key={target.id}>
            <span className="order-place number">{placeIn(all, rated.total)}</span>
            <div>
              <Link href={`/sasaran/${target.id}`} prefetch={false}>
                {target.title}
              </Link>
              <p className="small muted order-facts">
                {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
                <span>{target.departmentCode}</span>
                {target.horizon && <span>{target.horizon} tahun</span>}
                {target.priority && <span>prioritas OPD {target.priority.toLowerCase()}</span>}
                {target.rank !== null && <span>peringkat {target.rank} di dimensinya</span>}
              </p>
            </div>
            <p className="order-total">
              <strong className="number">{rated.total !== null && showMean(rated.total)}</strong>
              {rated.spread && <span className="small muted">{sayRange(rated.spread, 1)}</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** Equal totals share a place. */
function placeIn(all: PlanPriorities['order'], total: number | null): number {
  return 1 + all.filter(({ rated }) => (rated.total ?? 0) > (total ?? 0) + 1e-9).length;
}
