import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import type { Covered } from '@/lib/plan/matrix';
import { queryOf } from '@/lib/plan/matrix-filter';
import type { DimensionView } from '@/lib/plan/read/frame';

type Props = { coverage: readonly Covered[]; dimensions: readonly DimensionView[] };

/** Which of the official subdimensions the plan says something about; the empty ones stand out by words and line. */
export function Coverage({ coverage, dimensions }: Props) {
  const empty = coverage.filter(({ targets }) => targets === 0).length;
  return (
    <section className="section coverage" aria-labelledby="cakupan">
      <h2 id="cakupan">Cakupan subdimensi</h2>
      <p className="muted">
        {empty === 0
          ? `Semua ${coverage.length} subdimensi sudah mempunyai sasaran.`
          : `${empty} dari ${coverage.length} subdimensi belum mempunyai sasaran.`}
      </p>
      <div className="coverage-grid">
        {dimensions.map(dimension => (
          <div key={dimension.id} style={dimensionStyle(dimension.colour)}>
            <h3>
              <Chip {...dimension} />
            </h3>
            <ul>
              {coverage
                .filter(({ dimensionId }) => dimensionId === dimension.id)
                .map(one => (
                  <li key={one.id} className={one.targets === 0 ? 'is-empty' : undefined}>
                    <Link href={`/rencana${queryOf({ subdimension: one.code })}`} prefetch={false}>
                      <b>{one.code}</b> {one.name}
                    </Link>
                    <span className="small">{countsOf(one)}</span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function countsOf({ targets, indicators }: Covered): string {
  if (targets === 0) return 'Belum ada sasaran';
  return `${targets} sasaran, ${indicators > 0 ? `${indicators} indikator` : 'belum ada indikator'}`;
}
