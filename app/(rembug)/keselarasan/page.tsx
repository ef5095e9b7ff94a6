import type { Metadata } from 'next';
import { AlignmentPage } from '@/components/alignment/alignment-page';
import { Changed } from '@/components/shell/changed';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { alignmentFilterOf } from '@/lib/rpjmd/alignment-filter';
import { getAlignment } from '@/lib/rpjmd/read/alignment';

export const metadata: Metadata = { title: 'Keselarasan' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const filter = alignmentFilterOf(await searchParams);
  const view = await getAlignment(actor, frame, filter);
  return (
    <>
      <AlignmentPage view={view} frame={frame} filter={filter} isKeeper={can.keepReferences(actor)} />
      <Changed person={actor.userId} revision={frame.plan.revision} />
    </>
  );
}
