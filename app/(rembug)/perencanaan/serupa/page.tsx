import type { Metadata } from 'next';
import { namesOf } from '@/components/item/names';
import { SimilarPage } from '@/components/similar/similar-page';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listSimilar } from '@/lib/plan/read/similar';

export const metadata: Metadata = { title: 'Indikator serupa' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  return (
    <SimilarPage
      similar={await listSimilar(actor, frame)}
      person={actor.userId}
      plan={frame.plan}
      names={namesOf(frame.plan, frame.departments, frame.subdimensions)}
    />
  );
}
