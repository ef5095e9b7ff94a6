import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Presentation } from '@/components/presentation/presentation';
import { requireActor } from '@/lib/access/request';
import { screensOf } from '@/lib/council/deck';
import { getDeck } from '@/lib/council/read/deck';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ layar: string }> };

export const metadata: Metadata = { title: 'Presentasi' };

export default async function Page({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const deck = await getDeck(actor, frame);
  if (!deck || !screensOf(deck).includes((await params).layar)) notFound();
  return <Presentation first={deck} person={actor.userId} revision={frame.plan.revision} />;
}
