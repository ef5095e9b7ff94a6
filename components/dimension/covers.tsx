import { Icon } from '@/components/ui/icon';
import type { DimensionSummary } from '@/lib/plan/dimension-summary';

/** What each subdimension holds; one that holds nothing says so with its name. */
export function Covers({ covers, unplaced }: Pick<DimensionSummary, 'covers' | 'unplaced'>) {
  if (covers.length === 0) return null;
  const empty = covers.filter(({ targets }) => targets === 0).length;
  return (
    <section aria-labelledby="subdimensi">
      <h2 id="subdimensi">Subdimensi</h2>
      <p className="small muted">
        {empty === 0
          ? `Semua ${covers.length} subdimensi sudah mempunyai sasaran.`
          : `${empty} dari ${covers.length} subdimensi belum mempunyai sasaran.`}
      </p>
      <ul className="covers">
        {covers.map(({ code, name, targets, indicators }) => (
          <li key={code}>
            <p>
              <span className="code">{code}</span> {name}
            </p>
            {targets > 0 ? (
              <p className="small muted">
                {targets} sasaran, {indicators} indikator
              </p>
            ) : (
              <p className="small is-empty">
                <Icon name="warn" />
                Belum ada sasaran
              </p>
            )}
          </li>
        ))}
      </ul>
      {unplaced > 0 && <p className="small muted">{unplaced} sasaran belum memilih subdimensi.</p>}
    </section>
  );
}
