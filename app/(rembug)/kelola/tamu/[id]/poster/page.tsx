import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuestPoster } from '@/components/guests/guest-poster';
import { PageHead } from '@/components/ui/page-head';
import { PrintButton } from '@/components/ui/print-button';
import { requireActor, siteAddress } from '@/lib/access/request';
import { getInvitation } from '@/lib/people/guests/read/invitations';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Poster undangan' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const invitation = await getInvitation(actor, (await params).id);
  if (!invitation || invitation.closed !== null) notFound();
  const frame = await getFrame(actor);
  return (
    <div className="poster-page">
      <PageHead
        title="Poster undangan"
        back={{ href: `/kelola/tamu/${invitation.id}`, label: invitation.title }}
      >
        <div className="actions">
          <PrintButton>Cetak A4</PrintButton>
        </div>
      </PageHead>
      <GuestPoster invitation={invitation} region={frame.region.name} site={await siteAddress()} />
    </div>
  );
}
