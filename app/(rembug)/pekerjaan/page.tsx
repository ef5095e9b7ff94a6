import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Changed } from '@/components/shell/changed';
import { StageNote } from '@/components/stages/stage-note';
import { WorkPage } from '@/components/work/work-page';
import { isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { describeRoles } from '@/lib/access/roles';
import { getCouncilTasks } from '@/lib/council/read/tasks';
import { countGuestsWaiting } from '@/lib/people/guests/read/invitations';
import { getFrame } from '@/lib/plan/read/frame';
import { getWork } from '@/lib/plan/read/work';
import { listToScore } from '@/lib/priority/read/to-score';
import { countToAnswer } from '@/lib/suggestions/read/suggestions';

export const metadata: Metadata = { title: 'Pekerjaan saya' };

export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true });
  if (isGuest(actor)) redirect('/usulan');
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
        notice={<StageNote frame={frame} />}
        suggestions={await countToAnswer(actor, frame)}
        guests={await countGuestsWaiting(actor)}
        council={await getCouncilTasks(actor, frame)}
      />
      <Changed
        person={actor.userId}
        revision={frame.plan.revision}
        items={[...work.items, ...work.supported].map(({ id }) => id)}
      />
    </>
  );
}
