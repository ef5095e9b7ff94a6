import Link from 'next/link';
import { Icon, type IconName } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { endorsementWords } from '@/lib/council/endorsement-words';
import type { Endorsement } from '@/lib/council/read/endorsements';

/** How a dimension stands with the council, with the way to the decision. */
export function EndorsementLine({ endorsement }: { endorsement: Endorsement | null }) {
  return (
    <p className={`endorsement endorsement-${lookOf(endorsement).kind}`}>
      <Icon name={lookOf(endorsement).icon} />
      <span>
        {endorsementWords(endorsement)}
        {endorsement && (
          <span className="small muted">
            {' '}
            {endorsement.by}, {endorsement.office}, {showMoment(endorsement.at.toISOString())}.{' '}
            <Link href={`/sidang/keputusan/${endorsement.id}`} prefetch={false}>
              Lihat keputusan<span className="only-read"> {endorsement.number}</span>
            </Link>
          </span>
        )}
      </span>
    </p>
  );
}

function lookOf(endorsement: Endorsement | null): { kind: string; icon: IconName } {
  if (!endorsement) return { kind: 'none', icon: 'clock' };
  if (endorsement.state === 'revision') return { kind: 'revision', icon: 'return' };
  return endorsement.isStale ? { kind: 'stale', icon: 'warn' } : { kind: 'endorsed', icon: 'done' };
}
