import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { showClock, showMoment } from '@/components/ui/moment';
import type { PastHall } from '@/lib/hall/read/halls';

/** Days that are over, each with the version that it left. */
export function PastHalls({ halls }: { halls: readonly PastHall[] }) {
  return (
    <section className="section" aria-labelledby="lalu">
      <div className="section-head">
        <h2 id="lalu">Hari yang sudah ditutup</h2>
      </div>
      {halls.length === 0 ? (
        <div className="panel">
          <EmptyState>Belum ada. Setiap hari yang ditutup meninggalkan satu versi rencana.</EmptyState>
        </div>
      ) : (
        <ul className="versions">
          {halls.map(({ id, name, openedAt, closedAt, closedBy, version, before }) => (
            <li key={id} className="panel">
              <p className="title">
                <Link href={`/versi/${version.id}`} prefetch={false}>
                  {version.name}
                </Link>
              </p>
              <p className="small muted">
                {name}, dibuka {showMoment(openedAt)}, ditutup {showClock(closedAt)} oleh {closedBy}.
              </p>
              <ul className="ways">
                {before && (
                  <li>
                    <Link href={`/versi/${before.id}/banding/${version.id}`} prefetch={false}>
                      Bandingkan dengan {before.name}
                      <span className="only-read">, dari {version.name}</span>
                    </Link>
                  </li>
                )}
                <li>
                  <Link href={`/versi/${version.id}/banding/sekarang`} prefetch={false}>
                    Apa yang berubah sejak itu<span className="only-read">, {version.name}</span>
                  </Link>
                </li>
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
