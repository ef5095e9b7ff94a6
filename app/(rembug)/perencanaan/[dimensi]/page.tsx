import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DimensionTree } from '@/components/item/dimension-tree';
import { requireActor } from '@/lib/access/request';
import { getDimension } from '@/lib/plan/read/dimension';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ dimensi: string }> };

async function load({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const page = await getDimension(actor, frame, (await params).dimensi);
  if (!page) notFound();
  return { page, frame, person: actor.userId };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await load(props);
  return { title: page.dimension?.name ?? 'Indikator daerah' };
}

export default async function Page(props: Props) {
  const { page, frame, person } = await load(props);
  return (
    <DimensionTree
      page={page}
      person={person}
      stage={frame.stage}
      isLocked={frame.isLocked}
      plan={frame.plan}
    />
  );
}
