import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuestCard } from '@/components/guests/guest-card';
import { invitationState } from '@/components/guests/invitation-card';
import { InvitationCode } from '@/components/guests/invitation-code';
import { DeedForm } from '@/components/people/deed-form';
import { DeedHistory } from '@/components/people/deed-history';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { requireActor, siteAddress } from '@/lib/access/request';
import { endInvitationAction } from '@/lib/people/guests/actions';
import { getInvitation, listGuestHistory } from '@/lib/people/guests/read/invitations';

export const metadata: Metadata = { title: 'Undangan tamu' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const invitation = await getInvitation(actor, (await params).id);
  if (!invitation) notFound();
  const { id, title, guests, closed, most } = invitation;
  const address = `/kelola/tamu/${id}`;
  const hidden = () => ({ mutationId: randomUUID() as string, person: actor.userId });
  const here = guests.filter(({ state }) => state === 'waiting' || state === 'admitted').length;
  return (
    <>
      <PageHead title={title} back={{ href: '/kelola/tamu', label: 'Tamu' }}>
        <p>
          {invitationState(invitation)}. {guests.length} dari {most} orang bergabung. Dibuat{' '}
          {invitation.madeBy}.
        </p>
      </PageHead>
      {closed === null && (
        <InvitationCode site={await siteAddress()} code={invitation.code} poster={`${address}/poster`} />
      )}
      <section className="section" aria-labelledby="tamu">
        <h2 id="tamu">Tamu undangan ini</h2>
        {guests.length === 0 && (
          <div className="panel guest-rows">
            <EmptyState>Belum ada yang bergabung. Tampilkan kodenya, atau cetak poster.</EmptyState>
          </div>
        )}
        <ul className="guest-cards">
          {guests.map(guest => (
            <GuestCard key={guest.id} guest={guest} address={address} hidden={hidden()} />
          ))}
        </ul>
      </section>
      {(closed !== 'ended' || here > 0) && (
        <section className="section" aria-labelledby="akhiri">
          <h2 id="akhiri">Akhiri undangan</h2>
          <div className="deeds">
            {closed !== 'ended' && (
              <div className="panel deed-card">
                <p>Kodenya tidak menerima orang baru lagi. Tamu yang sudah diterima tetap dapat masuk.</p>
                <DeedForm
                  id="tutup"
                  address={address}
                  action={endInvitationAction}
                  hidden={{ ...hidden(), id, guests: 'tetap' }}
                  button="Akhiri undangan saja"
                  kind="second"
                />
              </div>
            )}
            {here > 0 && (
              <div className="panel deed-card">
                <p>Akses {here} tamunya juga berakhir sekarang. Usulan mereka tetap ada.</p>
                <DeedForm
                  id="tutup-semua"
                  address={address}
                  action={endInvitationAction}
                  hidden={{ ...hidden(), id, guests: 'akhiri' }}
                  button={`Akhiri undangan dan ${here} tamunya`}
                  kind="second"
                />
              </div>
            )}
          </div>
        </section>
      )}
      <DeedHistory told={await listGuestHistory(actor, invitation)} />
    </>
  );
}
