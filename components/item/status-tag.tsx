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

/** Beside a status: the plan goes without the item, by decision. */
export const leftOutWord = 'Dikeluarkan';

/** The mark of an item that was left out of the plan. */
export function LeftOutTag() {
  return (
    <span className="tag tag-returned">
      <Icon name="split" />
      {leftOutWord}
    </span>
  );
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
