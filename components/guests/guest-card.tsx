import Link from 'next/link';
import { DeedForm } from '@/components/people/deed-form';
import { Fold } from '@/components/ui/fold';
import { showMoment } from '@/components/ui/moment';
import { decideOnGuestAction, endGuestAction } from '@/lib/people/guests/actions';
import type { GuestView } from '@/lib/people/guests/read/invitations';

type Props = { guest: GuestView; address: string; hidden: Record<string, string> };

const stateWords = {
  waiting: 'Menunggu persetujuan',
  admitted: 'Diterima',
  refused: 'Ditolak',
  ended: 'Akses diakhiri',
} as const;

/** One guest: who it is, and what the secretariat can decide now. */
export function GuestCard({ guest, address, hidden }: Props) {
  const { id, name, username, office, contact, state, reason, joinedAt, suggestions } = guest;
  const own = { ...hidden, id };
  return (
    <li className="panel deed-card guest-card">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>
        <bdi>{office}</bdi>
        <span className="meta">
          {contact && (
            <>
              <bdi>{contact}</bdi>.{' '}
            </>
          )}
          Meminta {showMoment(joinedAt)}. Nama pengguna{' '}
          <Link href={`/kelola/pengguna/${id}`} prefetch={false}>
            {username}
          </Link>
        </span>
      </p>
      <p>
        <strong>{stateWords[state]}</strong>
        {guest.decidedBy && ` oleh ${guest.decidedBy}`}
        {suggestions > 0 && `, ${suggestions} usulan`}
        {reason && <span className="meta said-words">“{reason}”</span>}
      </p>
      {state === 'waiting' && (
        <>
          <DeedForm
            id={`terima-${id}`}
            address={address}
            action={decideOnGuestAction}
            hidden={{ ...own, decision: 'terima', reason: '' }}
            button="Terima"
            icon="check"
          />
          <Fold summary="Tolak dengan alasan">
            <DeedForm
              id={`tolak-${id}`}
              address={address}
              action={decideOnGuestAction}
              hidden={{ ...own, decision: 'tolak' }}
              fields={[{ name: 'reason', label: 'Alasan', hint: 'Orang ini membacanya saat masuk.' }]}
              button="Tolak permintaan"
              kind="second"
            />
          </Fold>
        </>
      )}
      {state === 'admitted' && (
        <Fold summary="Akhiri akses tamu ini">
          <DeedForm
            id={`akhiri-${id}`}
            address={address}
            action={endGuestAction}
            hidden={own}
            fields={[{ name: 'reason', label: 'Alasan', hint: 'Usulannya tetap ada dengan namanya.' }]}
            button="Akhiri akses"
            kind="second"
          />
        </Fold>
      )}
    </li>
  );
}
