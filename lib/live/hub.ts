import 'server-only';
import { type Actor, reachKey } from '@/lib/access/policy';
import { planStream } from '@/lib/plan/log/body';
import { getWatchedFrame } from '@/lib/plan/read/frame';
import { listWritten, type Written } from '@/lib/plan/read/image';
import { log } from '@/lib/server/log';
import type { News } from './news';
import { getRevision, hearPlans } from './read/heard';

/** Somebody who is told what is written, for as long as their session counts. */
export type Viewer = {
  actor: Actor;
  /** Who holds the session by now; it is no activity. */
  look: () => Promise<Actor | null>;
  /** The revision up to which they know; null: they begin now. */
  since: number | null;
  send: (text: Uint8Array) => void;
  /** Closes what they listen to, after a last word. */
  end: (text?: Uint8Array) => void;
};

type Room = {
  planId: string;
  revision: number;
  /** How far the plan has come, as was heard. */
  heard: number;
  /** Those who have been told everything up to the room's revision, and those who have not yet. */
  told: Set<Viewer>;
  coming: Set<Viewer>;
  /** Whatever is read for the room is read one after another. */
  work: Promise<void>;
  isWoken: boolean;
};

type Hub = { rooms: Map<string, Room>; beat?: ReturnType<typeof setInterval>; beats: number };

const shared = globalThis as typeof globalThis & { rembugHub?: Hub };
const beatMs = 2_500;
const healEvery = 2;
const pingEvery = 6;
/** What is written within so short a time is told together; the more there are to tell, the longer. */
const gatherMs = ({ told }: Room) => Math.min(100 + told.size, 400);
const mostPerPerson = 20;
const mostLooksAtOnce = 10;

function hub(): Hub {
  shared.rembugHub ??= { rooms: new Map(), beats: 0 };
  return shared.rembugHub;
}

const encoder = new TextEncoder();

const line = (name: string, value: string) => `${name}: ${value}\n`;

/** One event as a stream carries it; `id` is where its reader stands after it. */
export function said(event: string, data: unknown, id?: number): Uint8Array {
  const place = id === undefined ? '' : line('id', String(id));
  return encoder.encode(`${line('event', event)}${place}${line('data', JSON.stringify(data))}\n`);
}

/** News as they leave the house, from what was read. */
export function newsOf({ revision, items }: Written): News {
  return {
    revision,
    items: items.map(({ id }) => id),
    versions: items.map(({ version }) => version),
    moved: items.filter(({ isMoved }) => isMoved).map(({ id }) => id),
  };
}

/**
 * Lets a viewer in: first they are told what they missed, then whatever comes, without a gap between the two.
 * False when this person has too many streams open. `leave` ends it.
 */
export function join(viewer: Viewer): boolean {
  const room = roomOf(viewer.actor.regionId);
  const own = [...room.told, ...room.coming].filter(({ actor }) => actor.userId === viewer.actor.userId);
  if (own.length >= mostPerPerson) return false;
  hearPlans(viewer.actor, onMore, onGap);
  room.coming.add(viewer);
  hub().beat ??= startBeat();
  inTurn(room, () => catchUp(room, viewer));
  return true;
}

export function leave(viewer: Viewer): void {
  const { rooms } = hub();
  const room = rooms.get(viewer.actor.regionId);
  room?.told.delete(viewer);
  room?.coming.delete(viewer);
  if (room && room.told.size + room.coming.size === 0) rooms.delete(viewer.actor.regionId);
  if (rooms.size > 0) return;
  clearInterval(hub().beat);
  hub().beat = undefined;
}

/** Says something to the streams of some sessions, on this process. */
export function tell(regionId: string, sessions: ReadonlySet<string>, text: Uint8Array): void {
  for (const viewer of hub().rooms.get(regionId)?.told ?? []) {
    if (sessions.has(viewer.actor.sessionId ?? '')) viewer.send(text);
  }
}

/** Closes all streams at once, for the process ends; their readers come back to another or the next one. */
export function closeHub(): void {
  for (const { told, coming } of hub().rooms.values()) for (const one of [...told, ...coming]) one.end();
}

function roomOf(regionId: string): Room {
  const { rooms } = hub();
  const known = rooms.get(regionId);
  if (known) return known;
  const work = Promise.resolve();
  const room = {
    planId: '',
    revision: 0,
    heard: 0,
    told: new Set<Viewer>(),
    coming: new Set<Viewer>(),
    work,
  };
  rooms.set(regionId, { ...room, isWoken: false });
  return rooms.get(regionId) as Room;
}

function inTurn(room: Room, work: () => Promise<void>): void {
  // Should the database be away, the next beat tries again.
  room.work = room.work
    .then(work)
    .catch(error => log.warn({ err: error }, 'the plan was not read for streams'));
}

async function catchUp(room: Room, viewer: Viewer): Promise<void> {
  if (!room.coming.has(viewer)) return;
  // At least as new as what the others have been told, or something between would be missed.
  const heard = Math.max(room.revision, viewer.since ?? Number.POSITIVE_INFINITY);
  const frame = await getWatchedFrame(viewer.actor, heard);
  const since = viewer.since ?? frame.plan.revision;
  const written = await listWritten(viewer.actor, frame, since);
  if (!room.coming.delete(viewer)) return;
  if (room.told.size === 0) Object.assign(room, { planId: frame.plan.id, revision: written.revision });
  viewer.send(said('kabar', newsOf(written), written.revision));
  room.told.add(viewer);
}

function onMore(regionId: string, stream: string, revision: number): void {
  const room = hub().rooms.get(regionId);
  if (!room) return;
  // An amendment counts its revisions anew.
  const isAnew = stream !== planStream(room.planId);
  if (!isAnew && revision <= room.revision) return;
  room.heard = isAnew ? Number.POSITIVE_INFINITY : Math.max(room.heard, revision);
  wake(room);
}

function onGap(): void {
  for (const room of hub().rooms.values()) wake(room);
}

function wake(room: Room): void {
  if (room.isWoken) return;
  room.isWoken = true;
  inTurn(room, async () => {
    await new Promise(resolve => setTimeout(resolve, gatherMs(room)));
    room.isWoken = false;
    await tellRoom(room);
  });
}

/** One reading for the room, and one text for all who read the same. */
async function tellRoom(room: Room): Promise<void> {
  const [first] = room.told;
  if (!first) return;
  const frame = await getWatchedFrame(first.actor, room.heard);
  // A new plan counts anew; whoever watched the old one is told to look.
  const since = room.planId === frame.plan.id ? room.revision : frame.plan.revision;
  if (room.planId === frame.plan.id && frame.plan.revision <= since) return;
  const texts = new Map<string, Uint8Array>();
  let { revision } = frame.plan;
  for (const viewer of room.told) {
    const key = reachKey(viewer.actor, frame);
    const known = texts.get(key);
    if (known) viewer.send(known);
    else {
      const written = await listWritten(viewer.actor, frame, since);
      const text = said('kabar', newsOf(written), written.revision);
      // Meanwhile the memory may have gone on; whoever was told before has not heard of that yet.
      revision = Math.min(revision, written.revision);
      texts.set(key, text);
      viewer.send(text);
    }
  }
  // What was heard meanwhile wakes the room once more.
  const heard = room.isWoken ? room.heard : revision;
  Object.assign(room, { planId: frame.plan.id, revision, heard });
}

function startBeat(): ReturnType<typeof setInterval> {
  const timer = setInterval(() => void beat().catch(error => log.warn({ err: error }, 'live beat')), beatMs);
  timer.unref();
  return timer;
}

// A lost notification heals here, and so does a session that ended without a word.
async function beat(): Promise<void> {
  const { beats, rooms } = hub();
  hub().beats += 1;
  for (const room of rooms.values()) {
    const [first] = room.told;
    await lookAll([...room.told, ...room.coming]);
    for (const viewer of room.coming) if (beats % healEvery === 0) inTurn(room, () => catchUp(room, viewer));
    if (first && beats % healEvery === 0) await heal(room, first);
    if (beats % pingEvery !== 0) continue;
    const ping = said('denyut', room.revision);
    for (const viewer of room.told) viewer.send(ping);
  }
}

async function heal(room: Room, { actor }: Viewer): Promise<void> {
  const revision = await getRevision(actor);
  if (revision === room.revision) return;
  room.heard = revision;
  wake(room);
}

async function lookAll(viewers: readonly Viewer[]): Promise<void> {
  for (let at = 0; at < viewers.length; at += mostLooksAtOnce) {
    await Promise.all(viewers.slice(at, at + mostLooksAtOnce).map(lookAt));
  }
}

async function lookAt(viewer: Viewer): Promise<void> {
  // While the database is away nobody can say, and nothing is told either.
  const actor = await viewer.look().catch(() => viewer.actor);
  // Whoever began or left practice meanwhile is somebody else, and elsewhere.
  const isSame = actor?.userId === viewer.actor.userId && actor.regionId === viewer.actor.regionId;
  if (actor && isSame && !actor.mustChangePassword) viewer.actor = actor;
  else viewer.end(said('akhir', null));
}
