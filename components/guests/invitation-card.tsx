import Link from 'next/link';
import type { InvitationView } from '@/lib/people/guests/read/invitations';
import { showDay } from '@/lib/people/words';

const closedWords = {
  ended: 'Sudah diakhiri',
  over: 'Hari terakhirnya sudah lewat',
  full: 'Sudah penuh',
} as const;

/** Whether the code of an invitation still opens something, in words. */
export const invitationState = ({ closed, lastDay }: InvitationView) =>
  closed ? closedWords[closed] : `Terbuka sampai ${showDay(lastDay)}`;

/** One invitation in the list: how far it is open, who came by it. */
export function InvitationCard({ invitation }: { invitation: InvitationView }) {
  const { id, title, most, guests } = invitation;
  const count = (state: string) => guests.filter(guest => guest.state === state).length;
  return (
    <li className="row">
      <Link className="title" href={`/kelola/tamu/${id}`} prefetch={false}>
        {title}
      </Link>
      <p className="small muted">
        {invitationState(invitation)}. {guests.length} dari {most} orang bergabung, {count('admitted')}{' '}
        diterima
        {count('waiting') > 0 && <strong>, {count('waiting')} menunggu</strong>}.
      </p>
    </li>
  );
}
