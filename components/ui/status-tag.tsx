import { Icon, type IconName } from './icon';

export type Status = 'draft' | 'submitted' | 'returned' | 'approved' | 'locked';

export const statusWords: Record<Status, string> = {
  draft: 'Draf',
  submitted: 'Diajukan',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
  locked: 'Terkunci',
};

const icons: Record<Status, IconName> = {
  draft: 'pencil',
  submitted: 'arrow',
  returned: 'return',
  approved: 'check',
  locked: 'lock',
};

export function StatusTag({ status }: { status: Status }) {
  return (
    <span className={`tag tag-${status}`}>
      <Icon name={icons[status]} />
      {statusWords[status]}
    </span>
  );
}
