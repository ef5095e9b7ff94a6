import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { append } from '@/lib/plan/log/append';
import { ratifiedMessage } from '@/lib/plan/outcome';
import { isRatified } from '@/lib/plan/workflow';
import { withPlan } from '@/lib/plan/write/take-plan';
import { type Deed, denied, refuse, wrong } from '../deed';
import { changedEntry } from '../logged';
import { type DecreeForm, decreeOf } from './decree';
import { settled } from './ground';
import { withRegion } from './take-region';

/**
 * Names the department that coordinates a dimension, by a decree. A new decree belongs to the region's log
 * and the dimension to the plan's, so they are written one after the other; a retry finds the decree again.
 * @param form.was the coordinator that the page showed; who comes second sees what stands now
 */
export async function nameCoordinator(
  actor: Actor,
  form: { mutationId: string; dimensionId: string; departmentId: string; was: string } & DecreeForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId, dimensionId: id, departmentId, was } = form;
  const decree = await withRegion(actor, async (tx, head) => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const isOpen = await tx.department.count({ where: { regionId, id: departmentId, ...heldToday() } });
    if (departmentId !== '' && isOpen === 0)
      return refuse('invalid', 'OPD ini tidak ada atau sudah ditutup. Pilih OPD lain.', 'departmentId');
    const named = await decreeOf(tx, actor, form);
    if ('problem' in named) return wrong(named.problem);
    if (named.entries.length > 0) await append(tx, actor, head, named.entries);
    return named;
  });
  if ('ok' in decree) return decree;
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const where = { regionId_id: { regionId, id } };
    const stored = await tx.dimension.findUnique({
      where,
      select: { planId: true, name: true, coordinatorId: true, decreeId: true, coordinator: true },
    });
    if (stored?.planId !== plan.id)
      return refuse('missing', 'Dimensi ini tidak ditemukan. Muat ulang halaman.');
    const after = { coordinatorId: departmentId || null, decreeId: decree.decreeId };
    const { coordinatorId, decreeId } = stored;
    if (coordinatorId === after.coordinatorId && decreeId === after.decreeId)
      return { ok: true, message: 'Tidak ada yang berubah.' };
    if ((coordinatorId ?? '') !== was) {
      const now = stored.coordinator?.code ?? 'belum ditunjuk';
      const message = `Koordinator ${stored.name} baru saja diubah, sekarang ${now}. Periksa, lalu simpan lagi.`;
      return { ok: false, reason: 'conflict', field: 'departmentId', message };
    }
    await tx.dimension.update({ where, data: after });
    const change = { before: { coordinatorId, decreeId }, after };
    await append(tx, actor, plan.head, [changedEntry('dimension', id, 'change', change, mutationId)]);
    return { ok: true, message: `Koordinator ${stored.name} sudah disimpan.` };
  });
}
