import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DimensionPrioritiesPage } from '@/components/priority/dimension-page';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getDimensionPriorities } from '@/lib/priority/read/priorities';

type Props = { params: Promise<{ dimensi: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const { dimensi } = await params;
  const dimension = (await getFrame(actor)).dimensions.find(({ slug }) => slug === dimensi);
  return { title: dimension ? `Prioritas ${dimension.name}` : 'Tidak ditemukan' };
}

export default async function Page({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const view = await getDimensionPriorities(actor, frame, (await params).dimensi);
  if (!view) notFound();
  return <DimensionPrioritiesPage view={view} frame={frame} person={actor.userId} />;
}
