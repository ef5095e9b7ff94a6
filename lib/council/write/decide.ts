import 'server-only';
import { type Actor, can, decidingRoles } from '@/lib/access/policy';
import { heldToday, today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { decreeLabel } from '@/lib/people/decree-words';
import { tooLong } from '@/lib/people/names';
import { append } from '@/lib/plan/log/append';
import { type Outcome, type Refused, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { isRatified } from '@/lib/plan/workflow';
import { earlierOutcome, type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { officeOf } from '../capacity';
import type { DecideForm, RevokeForm } from '../schema';
import { attend } from './attendance';
import { nothingToDecideMessage, takeSitting } from './ground';
import { matterOf } from './matter';

const longestText = 2000;

/**
 * Endorses a dimension, asks for its revision, or resolves a point of the agenda; numbered within the plan.
 * Who holds a deciding office decides; the secretariat writes down what somebody who attends has decided.
 */
export async function decide(actor: Actor, form: DecideForm): Promise<Outcome> {
  const { mutationId, sittingId, kind } = form;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const ground = await groundOf(tx, actor, plan, form);
    if ('ok' in ground) return ground;
    const about = await matterOf(tx, actor, plan, { sittingId, matter: form.matter });
    if (!about)
      return refused(mutationId, 'missing', 'Mata acara ini tidak ada lagi. Muat ulang halaman.', 'kind');
    if (kind !== 'resolve' && about.dimensionId === null)
      return refused(mutationId, 'invalid', 'Hanya dimensi yang dapat disahkan. Pilih putusan lain.', 'kind');
    const text = form.text.trim();
    if (kind !== 'endorse' && text === '') return refused(mutationId, 'note', missing[kind], 'text');
    const made = { kind, ...about, text: text || null, revokesId: null };
    return store(tx, actor, plan, { mutationId, sittingId, ...ground, made });
  });
}

const missing = {
  revise: 'Tulis apa yang perlu diperbaiki.',
  resolve: 'Tulis isi putusan.',
};

/** Revokes an earlier decision by a later one, which says why. Neither is ever deleted. */
export async function revokeDecision(actor: Actor, form: RevokeForm): Promise<Outcome> {
  const { mutationId, sittingId, decisionId } = form;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const ground = await groundOf(tx, actor, plan, form);
    if ('ok' in ground) return ground;
    const old = await tx.decision.findFirst({
      where: { regionId, planId: plan.id, id: decisionId },
      select: {
        ...{ kind: true, matter: true, matterTitle: true, dimensionId: true, pointId: true },
        revokedBy: { select: { id: true } },
      },
    });
    if (!old) return refused(mutationId, 'missing', 'Keputusan ini tidak ditemukan. Muat ulang halaman.');
    if (old.kind === 'revoke' || old.revokedBy.length > 0) {
      const message = 'Keputusan ini sudah dicabut, atau mencabut yang lain. Ambil keputusan baru.';
      return refused(mutationId, 'status', message);
    }
    const text = form.text.trim();
    if (text === '') return refused(mutationId, 'note', 'Tulis alasan pencabutan.', 'text');
    const { kind: _, revokedBy: __, ...about } = old;
    const made = { kind: 'revoke' as const, ...about, text, revokesId: decisionId };
    return store(tx, actor, plan, { mutationId, sittingId, ...ground, made });
  });
}

type Asked = { mutationId: string; sittingId: string; postId: string; text: string };
type Post = {
  userId: string;
  role: (typeof decidingRoles)[number];
  tenure: 'definitive' | 'plt' | 'plh';
  deciderName: string;
  office: string;
  decree: string | null;
};

/** Who decides in which office, and that the sitting takes it; else why not. Asked after the plan was taken. */
async function groundOf(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, sittingId, postId, text }: Asked,
): Promise<{ post: Post } | Refused> {
  if (!can.decide(actor) && !can.keepSittings(actor))
    return refused(mutationId, 'denied', 'Hanya Dewan atau kepala daerah yang memutuskan di sidang.');
  if (isRatified(plan)) return refused(mutationId, 'locked', nothingToDecideMessage);
  const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId });
  if ('ok' in sitting) return sitting;
  const post = await postOf(tx, actor, postId);
  if (!post) {
    const message =
      'Jabatan ini tidak berlaku hari ini. Muat ulang halaman, lalu pilih siapa yang memutuskan.';
    return refused(mutationId, 'denied', message, 'postId');
  }
  const problem = tooLong(text.trim(), 'text', 'catatan', longestText);
  if (problem) return refused(mutationId, 'invalid', problem.message, problem.field);
  if (post.userId === actor.userId) return { post };
  if (!can.keepSittings(actor)) return refused(mutationId, 'denied', 'Pilih jabatan Anda sendiri.', 'postId');
  const { regionId } = actor;
  const attends = await tx.attendance.count({
    where: { regionId, sittingId, userId: post.userId, removedAt: null },
  });
  if (attends > 0) return { post };
  const message = `${post.deciderName} belum ada di daftar hadir. Catat kehadirannya dulu.`;
  return refused(mutationId, 'denied', message, 'postId');
}

async function postOf(tx: Transaction, { regionId }: Actor, id: string): Promise<Post | null> {
  const held = await tx.membership.findFirst({
    where: {
      ...{ regionId, id, role: { in: [...decidingRoles] }, user: { disabledAt: null } },
      ...heldToday(),
    },
    select: {
      ...{ userId: true, role: true, tenure: true, decree: { select: { kind: true, number: true } } },
      user: { select: { name: true, region: { select: { headTitle: true } } } },
    },
  });
  if (!held) return null;
  const { userId, role, tenure, decree, user } = held;
  const office = officeOf({ role, tenure }, user.region.headTitle);
  return {
    ...{ userId, role: role as Post['role'], tenure, deciderName: user.name, office },
    decree: decree && decreeLabel(decree, user.region.headTitle),
  };
}

type Made = {
  kind: DecideForm['kind'] | 'revoke';
  matter: string;
  matterTitle: string;
  dimensionId: string | null;
  pointId: string | null;
  text: string | null;
  revokesId: string | null;
};
type Storing = { mutationId: string; sittingId: string; post: Post; made: Made };

async function store(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, sittingId, post: { userId, ...post }, made }: Storing,
): Promise<Outcome> {
  const { regionId } = actor;
  const where = { regionId, planId: plan.id };
  const { _max } = await tx.decision.aggregate({ where, _max: { ordinal: true } });
  const region = await tx.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { revision: true },
  });
  const row = {
    ...{ planId: plan.id, sittingId, ordinal: (_max.ordinal ?? 0) + 1, year: today().getUTCFullYear() },
    ...{ ...made, planRevision: plan.head.revision, regionRevision: region.revision },
    ...{ deciderId: userId, ...post, recordedById: actor.userId, at: new Date().toISOString() },
  };
  // Whoever decides is there.
  const seen = userId === actor.userId ? await attend(tx, actor, sittingId, userId) : [];
  await tx.decision.create({ data: { regionId, id: mutationId, ...row } });
  const subject = { type: 'decision', id: mutationId };
  const entry = { subject, action: made.kind, mutationId, changes: difference({}, row) };
  return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [...seen, entry])) };
}
