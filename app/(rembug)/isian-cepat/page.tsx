import type { Metadata } from 'next';
import { GridPage } from '@/components/grid/grid-page';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getGrid } from '@/lib/plan/read/grid';

export const metadata: Metadata = { title: 'Isian cepat' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const view = await getGrid(actor, frame);
  const { kolom } = await searchParams;
  return <GridPage view={view} frame={frame} person={actor.userId} isFull={kolom === 'semua'} />;
}
