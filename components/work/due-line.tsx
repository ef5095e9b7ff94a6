import { Icon } from '@/components/ui/icon';
import { showDeadline } from '@/components/ui/moment';
import type { StageView } from '@/lib/plan/read/frame';

/** The deadline of the stage of now; nothing when none is set. */
export function DueLine({ stage }: { stage: StageView | null }) {
  if (!stage?.deadline) return null;
  const { when, left } = showDeadline(stage.deadline);
  return (
    <p className="due-line">
      <Icon name="clock" />
      <span>
        Tenggat {stage.name}: <strong>{when}</strong>, {left}
      </span>
    </p>
  );
}
