import { Icon, type IconName } from '@/components/ui/icon';
import { type StageState, stageStates } from '@/lib/stages/moves';

const looks: Record<StageState, { icon: IconName; tone: string }> = {
  open: { icon: 'pencil', tone: 'submitted' },
  closed: { icon: 'clock', tone: 'draft' },
  locked: { icon: 'lock', tone: 'locked' },
};

/** The state of a stage as word, icon and colour. */
export function StageTag({ state }: { state: StageState }) {
  const { icon, tone } = looks[state];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={icon} />
      {stageStates[state]}
    </span>
  );
}
