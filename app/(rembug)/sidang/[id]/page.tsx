import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SittingFacts, SittingPage } from '@/components/council/sitting-page';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { listDeciders } from '@/lib/council/read/deciders';
import { listPeopleToTick } from '@/lib/council/read/people-to-tick';
import { getSitting } from '@/lib/council/read/sitting';
import { showDay } from '@/lib/people/words';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'Satu sidang Dewan' };

export default async function Page({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const { id } = await params;
  const sitting = await getSitting(actor, frame, id);
  if (!sitting) notFound();
  const { isOpen, title, number, date } = sitting;
  return (
    <>
      <PageHead
        title={title}
        isLong={title.length > 60}
        eyebrow={`${number}, ${showDay(date)}, ${isOpen ? 'dibuka' : 'ditutup'}`}
        back={{ href: '/sidang', label: 'Sidang Dewan' }}
      >
        <SittingFacts sitting={sitting} />
      </PageHead>
      <SittingPage
        sitting={sitting}
        person={actor.userId}
        deciders={isOpen ? await listDeciders(actor, frame, id) : []}
        people={isOpen ? await listPeopleToTick(actor, frame) : []}
        canKeep={can.keepSittings(actor)}
      />
    </>
  );
}
