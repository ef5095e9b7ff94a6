import Link from 'next/link';
import { Icon, type IconName } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { endorsementWords, type Look, lookOf } from '@/lib/council/endorsement-words';
import type { Endorsement } from '@/lib/council/read/endorsements';

const icons: Record<Look, IconName> = { none: 'clock', revision: 'return', stale: 'warn', endorsed: 'done' };

/** How a dimension stands with the council, with the way to the decision. */
export function EndorsementLine({ endorsement }: { endorsement: Endorsement | null }) {
  return (
    <p className={`endorsement endorsement-${lookOf(endorsement)}`}>
      <Icon name={icons[lookOf(endorsement)]} />
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
