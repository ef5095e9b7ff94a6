import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DimensionSheet } from '@/components/dimension/dimension-sheet';
import { requireActor } from '@/lib/access/request';
import { getEndorsements } from '@/lib/council/read/endorsements';
import { getDimensionSummary } from '@/lib/plan/read/dimension-summary';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ kode: string }> };

async function load({ params }: Props) {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const { kode } = await params;
  return { actor, frame, kode };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { frame, kode } = await load(props);
  const dimension = frame.dimensions.find(({ slug }) => slug === kode);
  return { title: dimension ? `${dimension.name} dalam satu halaman` : 'Dimensi' };
}

export default async function Page(props: Props) {
  const { actor, frame, kode } = await load(props);
  const page = await getDimensionSummary(actor, frame, kode);
  if (!page) notFound();
  const endorsement = (await getEndorsements(actor, frame)).get(page.dimension.id) ?? null;
  return <DimensionSheet {...page} frame={frame} endorsement={endorsement} />;
}
