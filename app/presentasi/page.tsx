import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Presentation } from '@/components/presentation/presentation';
import { requireActor } from '@/lib/access/request';
import { getDeck } from '@/lib/council/read/deck';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Presentasi' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const deck = await getDeck(actor, frame);
  if (!deck) notFound();
  return <Presentation first={deck} person={actor.userId} revision={frame.plan.revision} />;
}
