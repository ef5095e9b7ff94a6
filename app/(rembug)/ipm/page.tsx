import type { Metadata } from 'next';
import { IpmPage } from '@/components/ipm/ipm-page';
import { requireActor } from '@/lib/access/request';
import { typedOf } from '@/lib/plan/ipm-what-if';
import { getFrame } from '@/lib/plan/read/frame';
import { getIpm } from '@/lib/plan/read/ipm';

export const metadata: Metadata = { title: 'Rantai IPM' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const view = await getIpm(actor, frame);
  const typed = typedOf(await searchParams, view.chain);
  return <IpmPage view={view} frame={frame} typed={typed} person={actor.userId} />;
}
