import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { byDepartment } from '@/components/review/by-department';
import { Queue } from '@/components/review/queue';
import { Changed } from '@/components/shell/changed';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listWaiting } from '@/lib/plan/read/queue';

export const metadata: Metadata = { title: 'Tinjau' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.review(actor)) notFound();
  const frame = await getFrame(actor);
  const waiting = await listWaiting(actor, frame);
  return (
    <>
      <PageHead title="Tinjau">
        <p>
          <strong>{waiting.length} isian menunggu</strong> keputusan Anda
        </p>
        <DueLine stage={frame.stage} />
      </PageHead>
      <Queue
        person={actor.userId}
        waiting={byDepartment(waiting)}
        dimensions={frame.dimensions}
        region={frame.region.name}
      />
      <Changed person={actor.userId} revision={frame.plan.revision} />
    </>
  );
}
