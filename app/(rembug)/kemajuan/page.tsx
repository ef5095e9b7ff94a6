import type { Metadata } from 'next';
import { ProgressPage } from '@/components/progress/progress-page';
import { Changed } from '@/components/shell/changed';
import { requireActor } from '@/lib/access/request';
import { progressFilterOf } from '@/lib/plan/progress';
import { getFrame } from '@/lib/plan/read/frame';
import { getProgress } from '@/lib/plan/read/progress';

export const metadata: Metadata = { title: 'Kemajuan' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const filter = progressFilterOf(await searchParams);
  const board = await getProgress(actor, frame, filter);
  return (
    <>
      <ProgressPage board={board} frame={frame} filter={filter} />
      <Changed person={actor.userId} revision={frame.plan.revision} />
    </>
  );
}
