import { CheckMessage } from '@/components/ui/check-message';
import type { PlanFrame } from '@/lib/plan/read/frame';

/** What whoever still drafts must know of a stage that was closed; nothing while none was, or all is locked. */
export function StageNote({ frame }: { frame: Pick<PlanFrame, 'stage' | 'closedStage' | 'isLocked'> }) {
  const { stage, closedStage, isLocked } = frame;
  if (!closedStage || isLocked) return null;
  const isLast = stage?.name === closedStage;
  return (
    <CheckMessage level="warn">
      {closedStage} sudah ditutup.{' '}
      {isLast
        ? 'Perubahan masih tersimpan, tetapi tidak masuk versi tahap itu.'
        : 'Yang belum diajukan tercatat terlambat; lengkapi, lalu ajukan.'}
    </CheckMessage>
  );
}
