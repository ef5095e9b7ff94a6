import { Icon } from '@/components/ui/icon';
import type { ReferenceTree } from '@/lib/plan/references';
import { showDay } from '@/lib/rpjmd/regulations';

/** Whether a regional plan holds, in words and with a sign. */
export function TreeStanding({ tree }: { tree: ReferenceTree }) {
  const { isInForce, repealedAt } = tree;
  const day = repealedAt ? showDay(repealedAt) : '';
  const words = isInForce ? (day ? `Berlaku, dicabut mulai ${day}` : 'Berlaku') : `Dicabut sejak ${day}`;
  return (
    <span className={`standing standing-${isInForce ? 'linked' : 'repealed'}`}>
      <Icon name={isInForce ? 'check' : 'clock'} />
      {words}
    </span>
  );
}
