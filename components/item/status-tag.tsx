import { Icon, type IconName } from '@/components/ui/icon';
import { type Status, statusLabels } from '@/lib/plan/workflow';

type Shown = Status | 'locked';

const icons: Record<Shown, IconName> = {
  draft: 'pencil',
  submitted: 'arrow',
  returned: 'return',
  approved: 'check',
  locked: 'lock',
};

/** The sign and the words of a status, for whoever draws it without this component. */
export const statusIcon = (status: Shown): IconName => icons[status];
export function statusWord(status: Shown, selfApproved = false): string {
  const word = status === 'locked' ? 'Terkunci' : statusLabels[status];
  return selfApproved ? `${word} OPD sendiri` : word;
}

/** A status as word, icon and colour. `selfApproved` marks an approval in the own department's cause. */
export function StatusTag({ status, selfApproved = false }: { status: Shown; selfApproved?: boolean }) {
  return (
    <span className={`tag tag-${status}`}>
      <Icon name={icons[status]} />
      {statusWord(status, selfApproved)}
    </span>
  );
}
