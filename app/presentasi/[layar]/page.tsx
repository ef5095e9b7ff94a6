import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Presentation } from '@/components/presentation/presentation';
import { requireActor } from '@/lib/access/request';
import { screensOf, screenTitle } from '@/lib/council/deck';
import { getDeck } from '@/lib/council/read/deck';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ layar: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const deck = await getDeck(actor, await getFrame(actor));
  return { title: deck ? screenTitle(deck, (await params).layar) : 'Tidak ditemukan' };
}

export default async function Page({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const deck = await getDeck(actor, frame);
  if (!deck || !screensOf(deck).includes((await params).layar)) notFound();
  return <Presentation first={deck} person={actor.userId} revision={frame.plan.revision} />;
}
