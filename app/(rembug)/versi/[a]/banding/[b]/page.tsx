import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/ui/page-head';
import { Comparison } from '@/components/versions/comparison';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listRestorable } from '@/lib/plan/read/restorable';
import { getDifferences, getSide } from '@/lib/plan/read/versions';

type Props = { params: Promise<{ a: string; b: string }> };

export const metadata: Metadata = { title: 'Perbedaan dua versi' };

export default async function Page({ params }: Props) {
  const { a, b } = await params;
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const [before, after] = [await getSide(actor, frame, a), await getSide(actor, frame, b)];
  if (!before || !after) notFound();
  const differences = await getDifferences(actor, before, after);
  const isAcross = before.plan.plan.id !== after.plan.plan.id;
  return (
    <>
      <PageHead
        title={isAcross ? 'Perbedaan dua rencana' : 'Perbedaan dua versi'}
        back={{ href: '/versi', label: 'Versi rencana' }}
      />
      <Comparison
        person={actor.userId}
        address={`/versi/${a}/banding/${b}`}
        {...{ before, after, differences }}
        restorable={await listRestorable(actor, frame, before)}
      />
    </>
  );
}
