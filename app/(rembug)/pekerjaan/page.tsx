import type { Metadata } from 'next';
import { Changed } from '@/components/shell/changed';
import { WorkPage } from '@/components/work/work-page';
import { requireActor } from '@/lib/access/request';
import { describeRoles } from '@/lib/access/roles';
import { getFrame } from '@/lib/plan/read/frame';
import { getWork } from '@/lib/plan/read/work';
import { listToScore } from '@/lib/priority/read/to-score';

export const metadata: Metadata = { title: 'Pekerjaan saya' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const work = await getWork(actor, frame);
  const toScore = await listToScore(actor, frame);
  return (
    <>
      <WorkPage
        work={work}
        toScore={toScore}
        stage={frame.stage}
        dimensions={frame.dimensions}
        roles={describeRoles(actor, frame)}
      />
      <Changed
        person={actor.userId}
        revision={frame.plan.revision}
        items={[...work.items, ...work.supported].map(({ id }) => id)}
      />
    </>
  );
}
