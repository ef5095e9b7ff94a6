import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { SittingLine } from '@/lib/council/read/sittings';
import { showDay } from '@/lib/people/words';

/** Sittings, newest first: when and where, how much was decided, what version they left. */
export function SittingList({ sittings, canKeep }: { sittings: readonly SittingLine[]; canKeep: boolean }) {
  if (sittings.length === 0) {
    return (
      <div className="panel">
        <EmptyState>
          Belum ada sidang. {canKeep ? 'Buka sidang pertama di atas.' : 'Sekretariat membukanya.'}
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="versions">
      {sittings.map(
        ({ id, number, title, date, place, leader, isOpen, decisions, attending, version, ofPlan }) => (
          <li key={id} className="panel">
            <p className="title">
              <Link href={`/sidang/${id}`} prefetch={false}>
                {title}
              </Link>{' '}
              <span className={`tag tag-${isOpen ? 'submitted' : 'draft'}`}>
                {isOpen ? 'Dibuka' : 'Ditutup'}
              </span>
            </p>
            <p className="small muted">
              {number}, {showDay(date)}, {place}. {decisions} keputusan, {attending} orang hadir. Pemimpin:{' '}
              {leader}
            </p>
            {ofPlan && <p className="small muted">Untuk {ofPlan}.</p>}
            {version && (
              <p className="small">
                Versi:{' '}
                <Link href={`/versi/${version.id}`} prefetch={false}>
                  {version.name}
                </Link>
              </p>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
