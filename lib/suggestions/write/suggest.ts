import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { findField, kinds } from '@/lib/plan/kinds/all';
import { append } from '@/lib/plan/log/append';
import { lockedWords, missingMessage, type Outcome, type Refused, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { isLocked, isStatus } from '@/lib/plan/workflow';
import { newerChanges } from '@/lib/plan/write/newer-changes';
import { earlierOutcome, policyFrame, type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { ideaFields } from '../idea';
import { isProposable, mostLetters, readProposal, valueText } from '../proposal';
import type { SuggestRequest } from '../schema';

const mostPerHour = 30;
const mostWaiting = 100;
const hourMs = 60 * 60 * 1000;

/** All that a suggestion can say; what it does not is null. */
const nothing = {
  ...{ itemId: null, seenVersion: null, field: null, proposed: null, seen: null },
  ...{
    dimensionId: null,
    kind: null,
    parentId: null,
    title: null,
    unit: null,
    direction: null,
    target: null,
  },
};
type Said = Record<Exclude<keyof typeof nothing, 'seenVersion' | 'kind'>, string | null> & {
  seenVersion: number | null;
  kind: Idea['kind'] | null;
};

type About = SuggestRequest['about'];
type OfItem = Extract<About, { what: 'item' }>;
type Idea = Extract<About, { what: 'idea' }>;

/** Suggests a value, words or an idea to those who answer for it; its id is the mutation's. */
export async function makeSuggestion(actor: Actor, request: SuggestRequest): Promise<Outcome> {
  const { mutationId, about } = request;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    // A locked stage still lets people suggest; a ratified plan is read-only.
    if (isLocked(plan, null)) return refused(mutationId, 'locked', lockedWords(plan));
    const text = request.text.trim();
    if (text.length > mostLetters) {
      const message = `Usulan paling banyak ${mostLetters} huruf. Sekarang ${text.length}.`;
      return refused(mutationId, 'note', message, 'text');
    }
    const said =
      about.what === 'item'
        ? await saidOfItem(tx, actor, plan, about, text)
        : await saidAsIdea(tx, actor, plan, about, text);
    if ('ok' in said) return { ...said, mutationId };
    const tooMany = await whyTooMany(tx, actor, plan);
    if (tooMany) return refused(mutationId, 'status', tooMany);
    const row = {
      ...{ planId: plan.id, text, authorId: userId, at: new Date().toISOString(), state: 'waiting' as const },
      ...said,
    };
    await tx.suggestion.create({ data: { regionId, id: mutationId, ...row } });
    const subject = { type: 'suggestion', id: mutationId };
    const entry = { subject, action: 'suggest', mutationId, changes: difference({}, row) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

async function saidOfItem(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { itemId, version, field: path, proposed: typed }: OfItem,
  text: string,
): Promise<Said | Refused> {
  const [item] = await listItemRows(actor, tx, { id: itemId, planId: plan.id });
  const frame = await policyFrame(tx, actor, plan);
  if (!item || !can.read(actor, item, frame)) return refused('', 'missing', missingMessage);
  if (!can.suggest(actor, item, frame))
    return refused('', 'denied', 'Isian ini milik OPD Anda. Ubah langsung, tanpa usulan.');
  if (version > item.version) return refused('', 'ahead', aheadMessage);
  const seenVersion = version;
  if (path === null) {
    if (text === '') return refused('', 'note', 'Tulis usulan Anda dulu.', 'text');
    return { ...nothing, itemId, seenVersion };
  }
  const field = findField(item.kind, path, plan);
  if (!field || !isProposable(field))
    return refused('', 'invalid', 'Isian ini tidak memuat bagian itu. Muat ulang halaman.', 'field');
  const newer = version < item.version ? await newerChanges(tx, actor, item.id, version) : {};
  // A page may be old, but nobody was shown a draft that was not theirs to read.
  const was = newer.status?.before;
  const status = isStatus(was) ? was : item.status;
  if (!can.read(actor, { ...item, status }, frame)) return refused('', 'missing', missingMessage);
  const before = newer[path];
  const fields = before ? { ...item.fields, [path]: before.before } : item.fields;
  const proposed = (typed ?? '').trim();
  const read = readProposal(field, proposed, fields);
  if ('message' in read) return refused('', 'note', read.message, 'proposed');
  const seen = valueText(field, fields);
  if (valueText(field, { ...fields, [path]: read.value }) === seen)
    return refused('', 'note', 'Usulan sama dengan isian sekarang. Tulis nilai lain.', 'proposed');
  return { ...nothing, itemId, seenVersion, field: path, proposed, seen: seen || null };
}

const aheadMessage =
  'Isian di server lebih lama daripada halaman ini. Muat ulang halaman; teks Anda tetap ada.';

async function saidAsIdea(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  idea: Idea,
  text: string,
): Promise<Said | Refused> {
  const { regionId } = actor;
  const { dimensionId, kind, parentId } = idea;
  const where = { regionId, planId: plan.id };
  const dimension = await tx.dimension.count({ where: { ...where, id: dimensionId } });
  if (dimension === 0) return refused('', 'missing', 'Dimensi ini tidak ada lagi. Muat ulang halaman.');
  if (!can.suggestTo(actor, dimensionId))
    return refused('', 'denied', 'Anda mengoordinasi dimensi ini. Tambahkan isian langsung, tanpa usulan.');
  if (text === '') return refused('', 'note', 'Tulis gagasan Anda dulu.', 'text');
  if (parentId !== null && !(await isParent(tx, actor, plan, idea)))
    return refused('', 'invalid', 'Pilih induk dari daftar, atau kosongkan.', 'parentId');
  const read = ideaFields(idea, text, plan);
  if ('message' in read) return refused('', 'note', read.message, read.field);
  const orNull = (typed: string) => typed.trim() || null;
  const parts =
    kind === 'indicator'
      ? { unit: orNull(idea.unit), direction: orNull(idea.direction), target: orNull(idea.target) }
      : {};
  return { ...nothing, dimensionId, kind, parentId, title: orNull(idea.title), ...parts };
}

async function isParent(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { parentId, kind, dimensionId }: Idea,
) {
  const [parent] = await listItemRows(actor, tx, { id: parentId ?? '', planId: plan.id });
  const isRead = parent !== undefined && can.read(actor, parent, await policyFrame(tx, actor, plan));
  return isRead && parent.dimensionId === dimensionId && kinds[kind].parents.includes(parent.kind);
}

/** Nobody floods a department: so many in an hour, so many that wait for an answer. */
async function whyTooMany(
  tx: Transaction,
  { regionId, userId }: Actor,
  plan: TakenPlan,
): Promise<string | null> {
  const mine = { regionId, planId: plan.id, authorId: userId };
  const lately = await tx.suggestion.count({ where: { ...mine, at: { gt: new Date(Date.now() - hourMs) } } });
  if (lately >= mostPerHour)
    return `Anda sudah mengirim ${mostPerHour} usulan dalam satu jam. Teks Anda tetap di sini; kirim lagi nanti.`;
  const waiting = await tx.suggestion.count({ where: { ...mine, state: 'waiting' } });
  if (waiting < mostWaiting) return null;
  return `Masih ada ${mostWaiting} usulan Anda yang menunggu jawaban. Tarik yang tidak perlu, lalu kirim lagi.`;
}
