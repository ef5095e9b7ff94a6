import { showMoment } from '@/components/ui/moment';
import type { ToldDeed } from '@/lib/people/story';

/** What was done, by whom and when, newest first. */
export function DeedHistory({ told }: { told: readonly ToldDeed[] }) {
  return (
    <section className="section" aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      {told.length === 0 ? (
        <p className="muted">Belum ada catatan.</p>
      ) : (
        <ol className="past">
          {told.map(({ key, at, by, deed, changes }) => (
            <li key={key}>
              <span className="number">{showMoment(at)}</span>
              <br />
              <strong>{deed}</strong>, {by}
              {changes.length > 0 && (
                <ul>
                  {changes.map(({ label, before, after }) => (
                    <li key={label}>
                      {label}: {before && <del>{before}</del>} {before && '→'} <ins>{after || 'kosong'}</ins>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
