import type { Metadata } from 'next';
import { PlanTree } from '@/components/tree/plan-tree';
import { requireActor } from '@/lib/access/request';
import { filterOf } from '@/lib/plan/matrix-filter';
import { getFrame } from '@/lib/plan/read/frame';
import { getTreePicture } from '@/lib/plan/read/tree-picture';

export const metadata: Metadata = { title: 'Pohon rencana' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const { dimension } = filterOf(await searchParams);
  const picture = await getTreePicture(actor, frame, dimension);
  return <PlanTree picture={picture} frame={frame} chosen={dimension} />;
}
