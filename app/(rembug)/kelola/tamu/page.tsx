import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuestCard } from '@/components/guests/guest-card';
import { InvitationCard } from '@/components/guests/invitation-card';
import { DeedForm } from '@/components/people/deed-form';
import { ManageHead } from '@/components/people/manage-head';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { makeInvitationAction } from '@/lib/people/guests/actions';
import { listInvitations } from '@/lib/people/guests/read/invitations';

export const metadata: Metadata = { title: 'Tamu' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.managePeople(actor)) notFound();
  const invitations = await listInvitations(actor);
  const waiting = invitations
    .flatMap(({ guests }) => guests.filter(({ state }) => state === 'waiting'))
    .sort((a, b) => a.joinedAt.localeCompare(b.joinedAt));
  const hidden = () => ({ mutationId: randomUUID() as string, person: actor.userId });
  return (
    <>
      <ManageHead title="Tamu" current="/kelola/tamu">
        <p className="lead">
          Akademisi, dunia usaha, dan komunitas bergabung dengan kode undangan. Setelah Anda terima, mereka
          membaca yang terbuka dan mengusulkan.
        </p>
      </ManageHead>
      <section aria-labelledby="menunggu">
        <h2 id="menunggu">
          {waiting.length > 0
            ? `${waiting.length} orang menunggu persetujuan Anda`
            : 'Tidak ada yang menunggu'}
        </h2>
        <ul className="guest-cards">
          {waiting.map(guest => (
            <GuestCard key={guest.id} guest={guest} address="/kelola/tamu" hidden={hidden()} />
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="undangan">
        <h2 id="undangan">Undangan</h2>
        {invitations.length > 0 ? (
          <ul className="panel rows with-list guest-rows">
            {invitations.map(invitation => (
              <InvitationCard key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        ) : (
          <div className="panel guest-rows">
            <EmptyState example="Konsultasi publik, Pendopo, 28 November">
              Belum ada undangan. Buat satu untuk setiap acara, lalu cetak posternya.
            </EmptyState>
          </div>
        )}
      </section>
      <section className="section form" aria-labelledby="buat">
        <h2 id="buat">Buat undangan</h2>
        <DeedForm
          id="undangan-baru"
          address="/kelola/tamu"
          action={makeInvitationAction}
          hidden={hidden()}
          fields={[
            { name: 'title', label: 'Nama undangan', hint: 'Tampil di poster dan di halaman bergabung.' },
            {
              ...{ name: 'to', label: 'Hari terakhir', input: 'date' },
              hint: 'Sesudah hari itu kode ini tidak menerima orang baru.',
            },
            { name: 'most', label: 'Paling banyak berapa orang', hint: 'Dari 1 sampai 1000, misalnya 60.' },
          ]}
          button="Buat undangan"
        />
      </section>
    </>
  );
}
