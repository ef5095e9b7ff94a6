import type { CSSProperties } from 'react';
import { StatusTag } from '@/components/item/status-tag';
import type { DimensionSummary } from '@/lib/plan/dimension-summary';
import type { Status } from '@/lib/plan/workflow';

const statuses: readonly Status[] = ['approved', 'submitted', 'returned', 'draft'];

/** How far the indicators are, in words and as a bar whose parts differ by pattern, not only by colour. */
export function StatusShare({ counts, targets }: Pick<DimensionSummary, 'counts' | 'targets'>) {
  const all = statuses.reduce((total, status) => total + counts[status], 0);
  const shown = statuses.filter(status => counts[status] > 0);
  return (
    <section aria-labelledby="kemajuan">
      <h2 id="kemajuan" className="sheet-label">
        Persetujuan
      </h2>
      <p className="share-words">
        {all === 0 ? 'Belum ada indikator.' : <ShareWords all={all} approved={counts.approved} />}
        {targets.all > 0 && (
          <span className="muted">
            {' '}
            Sasaran: {targets.approved} dari {targets.all}.
          </span>
        )}
      </p>
      {all > 0 && (
        <>
          <div className="share-bar" aria-hidden="true">
            {shown.map(status => (
              <span
                key={status}
                className={`share-part share-${status}`}
                style={{ '--bagian': counts[status] } as CSSProperties}
              />
            ))}
          </div>
          <ul className="share-key">
            {shown.map(status => (
              <li key={status}>
                <span className={`share-sample share-${status}`} aria-hidden="true" />
                <b className="number">{counts[status]}</b> <StatusTag status={status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ShareWords({ all, approved }: { all: number; approved: number }) {
  if (approved === all) return <strong>Semua {all} indikator sudah disetujui.</strong>;
  return (
    <strong>
      {approved} dari {all} indikator sudah disetujui.
    </strong>
  );
}
