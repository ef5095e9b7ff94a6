import { Icon, type IconName } from '@/components/ui/icon';
import type { Alignment } from '@/lib/plan/references';
import { alignments } from '@/lib/rpjmd/alignment-filter';

const icons: Record<Alignment, IconName> = { linked: 'check', unlinked: 'block', repealed: 'warn' };

/** How an item stands to the regional plan: a word, a sign, and a colour. */
export function StandingMark({ alignment }: { alignment: Alignment }) {
  return (
    <span className={`standing standing-${alignment}`}>
      <Icon name={icons[alignment]} />
      <span className="standing-word">{alignments[alignment].label}</span>
    </span>
  );
}
