import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import type { Endorsement } from '@/lib/council/read/endorsements';
import type { Deed } from '@/lib/people/deed';
import { getFrame } from '@/lib/plan/read/frame';
import type { Given } from '@/lib/ratification/checklist';
import { explain } from '@/lib/ratification/write/explain';
import { ratify } from '@/lib/ratification/write/ratify';
import { begin, made, makeRegion, step } from './small-region';

type As = (username: string) => Promise<Actor>;

const said: Endorsement = {
  ...{ id: 'd1', state: 'endorsed', number: '1', at: new Date('2026-11-20T03:00:00.000Z'), by: 'Dewan' },
  ...{ office: '', note: '', planRevision: 1, changed: 0 },
};

/** What other rooms say of a plan that is ready: every dimension endorsed, nobody without a department. */
export async function allGiven(actor: Actor): Promise<Given> {
  const { dimensions } = await getFrame(actor);
  return { endorsements: new Map(dimensions.map(({ id }) => [id, said])), withoutSuccessor: [] };
}

/** Takes an item of department C all the way to approval. */
export async function approve(as: As, id: string): Promise<void> {
  await mustStep(await as('c'), 'submit', id, 1);
  await mustStep(await as('a'), 'approve', id, 2);
}

async function mustStep(actor: Actor, name: 'submit' | 'approve', id: string, version: number) {
  const outcome = await step(actor, name, id, version);
  if (!outcome.ok) throw new Error(`${name} refused: ${outcome.message}`);
}

/** A small region whose plan lacks nothing but the act: one branch approved, the other subdimension explained. */
export async function readyRegion(code: string) {
  const { regionId, as } = await makeRegion(code);
  const owner = await as('c.operator');
  const place = { department: 'c', fields: {} };
  const goal = await made(owner, begin({ kind: 'goal', ...place }));
  const fields = { subdimensionId: 'p1-x11' };
  const target = await made(owner, begin({ kind: 'target', ...place, parentId: goal, fields }));
  const indicator = await made(owner, begin({ kind: 'indicator', ...place, parentId: target }));
  for (const id of [goal, target, indicator]) await approve(as, id);
  const office = await as('sekretariat');
  const mutationId = randomUUID();
  await explain(office, { mutationId, about: 'p1-y11', was: '', text: 'Bukan kewenangan kabupaten.' });
  return { regionId, as, office, goal, target, indicator };
}

/** Enters an act. */
export function enact(actor: Actor, form: Partial<Parameters<typeof ratify>[1]> = {}): Promise<Deed> {
  const act = { kind: 'PERATURAN_BUPATI', number: '12/2026', date: '2026-11-20', subject: 'Rencana induk' };
  return ratify(actor, { mutationId: randomUUID(), planId: 'p1', ...act, ...form }, allGiven);
}
