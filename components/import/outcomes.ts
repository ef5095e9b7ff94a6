import type { IconName } from '@/components/ui/icon';
import type { RowOutcome } from '@/lib/exchange/import/report';

/** How each outcome looks beside its word. */
export const outcomeIcons: Record<RowOutcome, IconName> = {
  create: 'plus',
  change: 'pencil',
  same: 'check',
  clash: 'split',
  doubtful: 'warn',
  refused: 'block',
  aside: 'note',
};
