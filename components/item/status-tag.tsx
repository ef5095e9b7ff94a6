import { Icon, type IconName } from '@/components/ui/icon';
import { type Status, statusLabels } from '@/lib/plan/workflow';

type Shown = Status | 'locked';

/** The shape of each status, so that it reads without colour. */
export const statusIcons: Record<Shown, IconName> = {
  draft: 'pencil',
  submitted: 'arrow',
  returned: 'return',
  approved: 'check',
  locked: 'lock',
};

/** The words of a status, for whoever draws it without this component. */
export function statusWord(status: Shown, selfApproved = false): string {
  const word = status === 'locked' ? 'Terkunci' : statusLabels[status];
  return selfApproved ? `${word} OPD sendiri` : word;
}

/** A status as word, icon and colour. `selfApproved` marks an approval in the own department's cause. */
export function StatusTag({ status, selfApproved = false }: { status: Shown; selfApproved?: boolean }) {
  return (
    <span className={`tag tag-${status}`}>
      <Icon name={statusIcons[status]} />
      {statusWord(status, selfApproved)}
    </span>
  );
}
