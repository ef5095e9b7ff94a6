import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { PrioritiesPage } from '@/components/priority/priorities-page';
import { requireActor } from '@/lib/access/request';
import { filterOf } from '@/lib/plan/matrix-filter';
import { getFrame } from '@/lib/plan/read/frame';
import { getPriorities } from '@/lib/priority/read/priorities';

export const metadata: Metadata = { title: 'Prioritas' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const { horizon } = filterOf(await searchParams);
  const view = await getPriorities(actor, frame);
  return (
    <PrioritiesPage
      view={view}
      frame={frame}
      horizon={horizon}
      hidden={{ mutationId: randomUUID(), person: actor.userId }}
    />
  );
}
