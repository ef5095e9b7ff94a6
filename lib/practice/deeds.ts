import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/access/password';
import { type Actor, can } from '@/lib/access/policy';
import { foundRegion } from '@/lib/people/write/found-region';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { Outcome } from '@/lib/plan/outcome';
import { getFrame } from '@/lib/plan/read/frame';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { exampleTarget, makeExamples } from './examples';
import { putAway } from './put-away';
import { getGuide, getPractised } from './read/guide';
import { getGround, getKeepers, getSides, type Sides } from './read/people';
import { practiceRegion } from './structure';
import { joinPractice } from './write/join';
import { leaveSide, takeSide } from './write/session';

/** A secret that nobody is told: these accounts are entered from work only. */
const secret = () => randomBytes(32).toString('base64url');

/**
 * Leads somebody into practice, where they left off: the region is made for the first of all, a department and an
 * indicator for the first time of each. Whatever is there already stays as it is.
 * @returns the address to go on at; null for whoever may not practise
 */
export async function beginPractice(actor: Actor): Promise<string | null> {
  if (!can.practise(actor)) return null;
  const ground = await getGround(actor);
  if (!ground.isFounded) await foundOnce(actor, ground);
  const keepers = await getKeepers(actor);
  if (!keepers) throw new Error('a practice region without its keepers');
  await makeExamples(keepers);
  if (!(await getSides(actor))) {
    await joinPractice(actor, { username: ground.username, passwordHash: await hashPassword(secret()) });
  }
  const sides = await getSides(actor);
  if (!sides) throw new Error('somebody joined practice and is not there');
  const isThere = await getPractised(sides.drafter, await getFrame(sides.drafter));
  if (!isThere) await beginIndicator(sides.drafter);
  const { side, link } = await getGuide(sides.drafter, await getFrame(sides.drafter));
  return (await takeSide(actor, side)) ? (link?.href ?? '/latihan') : null;
}

// Two who come first at once: one makes the region, the other finds it made.
async function foundOnce(actor: Actor, ground: { code: string; province: string }): Promise<void> {
  const file = practiceRegion(await getFrame(actor), ground);
  await foundRegion(file, { password: secret() }, actor.regionId).catch(async error => {
    if (!(await getGround(actor)).isFounded) throw error;
  });
}

async function beginIndicator(drafter: Actor): Promise<void> {
  const { plan, dimensions } = await getFrame(drafter);
  const [departmentId] = drafter.grants.flatMap(grant => grant.departmentId ?? []);
  const [dimension] = dimensions;
  if (!dimension || !departmentId) throw new Error('there is nothing to practise on');
  const itemId = randomUUID();
  const { name: kind, startsWith } = kinds.indicator;
  const create = { kind, parentId: exampleTarget(dimension.id), dimensionId: dimension.id, departmentId };
  const [outcome] = await saveChanges(drafter, [
    {
      ...{ mutationId: `${itemId}-awal`, itemId, version: 0, fields: startsWith?.(plan) ?? {} },
      create: { ...create, illustrative: true },
    },
  ]);
  mustBe(outcome);
}

function mustBe(outcome: Outcome | undefined): void {
  if (!outcome?.ok) throw new Error(`practice could not go on: ${outcome?.message}`);
}

/** Back to work, in the session that was there before. */
export async function endPractice(actor: Actor): Promise<string> {
  if (actor.practice) await leaveSide(actor);
  return '/pekerjaan';
}

/** Over to the other part. @returns the address to go on at; null for whoever does not practise */
export async function changeSide(actor: Actor, side: keyof Sides, to: string | null): Promise<string | null> {
  if (!actor.practice || !(await takeSide(actor, side))) return null;
  if (to) return to;
  const sides = await getSides(actor);
  const guide = sides && (await getGuide(sides.drafter, await getFrame(sides.drafter)));
  if (guide?.link && guide.side === side) return guide.link.href;
  return side === 'reviewer' ? '/tinjau' : '/pekerjaan';
}

/**
 * Puts away what somebody practised on and begins a fresh indicator for them; an untouched one stays.
 * @returns the address to go on at; null for whoever does not practise
 */
export async function beginAnew(actor: Actor): Promise<string | null> {
  const sides = actor.practice && (await getSides(actor));
  if (!sides) return null;
  const frame = await getFrame(sides.drafter);
  const practised = await getPractised(sides.drafter, frame);
  if (practised?.version !== 1) {
    const [departmentId = ''] = sides.drafter.grants.flatMap(grant => grant.departmentId ?? []);
    await putAway(sides, departmentId, 'Latihan diulang dari awal.');
    await beginIndicator(sides.drafter);
  }
  await takeSide(actor, 'drafter');
  const item = await getPractised(sides.drafter, await getFrame(sides.drafter));
  return item ? itemPath(item) : '/latihan';
}

/**
 * Puts away what everybody practised on, in the name of the keepers and whoever asked.
 * @returns how many items were put away; null for whoever may not
 */
export async function beginAllAnew(actor: Actor): Promise<number | null> {
  if (!can.keepPractice(actor)) return null;
  const keepers = await getKeepers(actor);
  if (!keepers) return 0;
  const name = `${actor.name} (Sekretariat)`;
  const sides: Sides = {
    drafter: { ...keepers.drafter, name },
    reviewer: { ...keepers.reviewer, name },
  };
  return putAway(sides, null, 'Sekretariat memulai latihan dari awal untuk semua orang.');
}
