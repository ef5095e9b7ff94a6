import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Refused, refused } from '@/lib/plan/outcome';
import { isRatified } from '@/lib/plan/workflow';
import type { TakenPlan } from '@/lib/plan/write/take-plan';

/** A sitting that still takes decisions and changes. */
export type OpenSitting = { id: string; title: string; ordinal: number };

/** The sitting of the plan that was taken, as long as it is open; else why nothing can be done in it. */
export async function takeSitting(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { mutationId, sittingId }: { mutationId: string; sittingId: string },
): Promise<OpenSitting | Refused> {
  // What a council did is part of the plan that the act made; it sits again for an amendment.
  if (isRatified(plan)) return refused(mutationId, 'locked', nothingToDecideMessage);
  const sitting = await tx.sitting.findFirst({
    where: { regionId, planId: plan.id, id: sittingId },
    select: { id: true, title: true, ordinal: true, closedAt: true },
  });
  if (!sitting)
    return refused(mutationId, 'missing', 'Sidang ini tidak ditemukan. Muat ulang daftar sidang.');
  const { closedAt, ...open } = sitting;
  if (!closedAt) return open;
  const message = `${open.title} sudah ditutup dan tidak dapat diubah. Buka sidang baru untuk melanjutkan.`;
  return refused(mutationId, 'status', message);
}

export const nothingToDecideMessage =
  'Rencana ini sudah ditetapkan, jadi tidak ada yang dapat diputuskan lagi. Dewan bersidang lagi untuk perubahan rencana.';

export const keeperMessage = 'Hanya sekretariat yang dapat mengatur sidang Dewan.';
