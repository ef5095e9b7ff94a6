import 'server-only';
import { listen } from '@/lib/database/listen';
import type { Actor } from './policy';

/** Somebody whose session was looked up lately. */
export type Known = { actor: Actor; createdAt: number; lastSeenAt: number; since: number };

type Memory = { people: Map<string, Known>; heard: number };

const shared = globalThis as typeof globalThis & { rembugKnown?: Memory };
/** Roles end at midnight and nobody tells; after a minute everybody is looked up again. */
const keptMs = 60_000;
const most = 5_000;

function memory(): Memory {
  shared.rembugKnown ??= { people: new Map(), heard: 0 };
  return shared.rembugKnown;
}

/**
 * Who held this session a moment ago; nothing unless the database is heard, which tells at once when a
 * session ends or a person, role or coordinator changes, whichever process or command did it.
 */
export function recall(sessionId: string): Known | undefined {
  if (!listen('rembug_people', hear, forgetAll)) return undefined;
  const known = memory().people.get(sessionId);
  return known && Date.now() - known.since < keptMs ? known : undefined;
}

/** How much was heard so far; a look-up that began before more was heard may already be wrong. */
export function heardSoFar(): number {
  return memory().heard;
}

/** Keeps what was looked up, unless something was heard since the look-up began. */
export function remember(sessionId: string, known: Known, heardBefore: number): void {
  const { people, heard } = memory();
  if (heard !== heardBefore) return;
  if (people.size >= most) people.clear();
  people.set(sessionId, known);
}

/** For what this process does itself, so that not even the way to the database and back is waited for. */
export function forget(sessionId: string): void {
  memory().heard += 1;
  memory().people.delete(sessionId);
}

function forgetAll(): void {
  memory().heard += 1;
  memory().people.clear();
}

/** The same for everybody of a region. */
export function forgetRegion(regionId: string): void {
  memory().heard += 1;
  const { people } = memory();
  for (const [sessionId, { actor }] of people) {
    if (actor.regionId === regionId || actor.practice?.regionId === regionId) people.delete(sessionId);
  }
}

function hear(payload: string): void {
  const [what, id = ''] = payload.split(' ');
  if (what === 'session') forget(id);
  else forgetRegion(id);
}
