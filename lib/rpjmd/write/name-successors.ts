import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { changedEntry } from '@/lib/people/logged';
import { settled } from '@/lib/people/write/ground';
import { withRegion } from '@/lib/people/write/take-region';
import { append, type Entry } from '@/lib/plan/log/append';
import { isLinkable } from '@/lib/plan/reference-label';
import { denied, told } from '../answer';
import { choiceOf, decisionOf } from '../decision';
import type { SuccessorForm } from '../schema';

type Choice = SuccessorForm['choices'][number];

/**
 * Names for nodes of an old tree what takes their place in a later one. Links of items are not touched: they are
 * followed. All that is sent is taken, or nothing.
 */
export async function nameSuccessors(actor: Actor, form: SuccessorForm): Promise<Deed> {
  if (!can.keepReferences(actor)) return denied();
  const { mutationId, treeId } = form;
  const changed = form.choices.filter(({ was, wanted }) => was !== wanted);
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    const entries: Entry[] = [];
    for (const choice of changed) {
      const entry = await nameOne(tx, actor, treeId, choice, entries.length === 0 ? mutationId : undefined);
      if ('ok' in entry) throw new Stopped(entry);
      entries.push(entry);
    }
    if (entries.length === 0) return { ok: true, message: 'Tidak ada yang berubah.' };
    await append(tx, actor, head, entries);
    return { ok: true, message: `${entries.length} padanan sudah disimpan.` };
  }).catch((error: unknown): Deed => {
    if (error instanceof Stopped) return error.deed;
    throw error;
  });
}

/** Takes back what was written before the choice that cannot be taken. */
class Stopped extends Error {
  constructor(readonly deed: Deed) {
    super();
  }
}

async function nameOne(
  tx: Transaction,
  actor: Actor,
  treeId: string,
  { nodeId, was, wanted }: Choice,
  mutationId: string | undefined,
): Promise<Entry | Deed> {
  const { regionId } = actor;
  const where = { regionId_id: { regionId, id: nodeId } };
  const node = await tx.referenceNode.findUnique({
    where,
    select: { treeId: true, title: true, successorId: true, hasNoSuccessor: true },
  });
  if (node?.treeId !== treeId)
    return refuse('missing', 'Bagian RPJMD ini tidak ditemukan. Muat ulang halaman.');
  if (choiceOf(node) !== was) {
    const message = `Padanan “${node.title.slice(0, 80)}” baru saja diubah orang lain. Muat ulang halaman, lalu periksa.`;
    return { ok: false, reason: 'conflict', field: `n-${nodeId}`, message };
  }
  const after = decisionOf(wanted);
  if (after.successorId && !(await isLater(tx, actor, treeId, after.successorId)))
    return refuse(
      'invalid',
      `Pilih padanan “${node.title.slice(0, 80)}” dari daftar RPJMD yang lebih baru.`,
      `n-${nodeId}`,
    );
  await tx.referenceNode.update({ where, data: after });
  const { successorId, hasNoSuccessor } = node;
  const change = { before: { successorId, hasNoSuccessor }, after };
  return changedEntry('referenceNode', nodeId, 'succeed', change, mutationId);
}

/** Whether a node is one of a tree that came after another: its own period begins no earlier, and it is not itself. */
async function isLater(
  tx: Transaction,
  { regionId }: Actor,
  treeId: string,
  nodeId: string,
): Promise<boolean> {
  const [node, old] = await Promise.all([
    tx.referenceNode.findUnique({
      where: { regionId_id: { regionId, id: nodeId } },
      select: { kind: true, treeId: true, tree: { select: { firstYear: true } } },
    }),
    tx.referenceTree.findUnique({
      where: { regionId_id: { regionId, id: treeId } },
      select: { firstYear: true },
    }),
  ]);
  return Boolean(
    node && old && node.treeId !== treeId && isLinkable(node.kind) && node.tree.firstYear >= old.firstYear,
  );
}
