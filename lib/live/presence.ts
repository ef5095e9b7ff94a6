import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import { log } from '@/lib/server/log';
import { said, tell } from './hub';
import { hearAnnouncements } from './read/heard';
import { announce } from './write/announce';

/** A tab that shows an item: whose session it belongs to, in which office, and until when it is believed. */
type Tab = { session: string; office: string; until: number };
type Announced = { from: string; region: string; item: string; tab: string; session: string; office: string };
type Presence = {
  self: string;
  items: Map<string, Map<string, Tab>>;
  sweep?: ReturnType<typeof setInterval>;
};

const shared = globalThis as typeof globalThis & { rembugPresence?: Presence };
/** Open tabs say so every 10 s (components/item); whoever says nothing has left. */
const believedMs = 25_000;
const sweepMs = 2_500;
const mostTabs = 60;

function presence(): Presence {
  shared.rembugPresence ??= { self: randomUUID(), items: new Map() };
  return shared.rembugPresence;
}

const keyOf = (regionId: string, itemId: string) => `${regionId} ${itemId}`;

/** Whether a tab of this session is already known to show the item, so that nothing need be looked up again. */
export function isHere(actor: Actor, itemId: string, tab: string): boolean {
  const known = presence().items.get(keyOf(actor.regionId, itemId))?.get(tab);
  return known?.session === actor.sessionId;
}

/**
 * A tab shows an item; the caller has made sure that its person may read it. Other processes are told by the
 * database: an announcement is repeated as long as the tab is open, so a lost one heals, and nothing is stored.
 * @param office what others are shown; '' repeats what is known
 */
export function enter(actor: Actor, itemId: string, tab: string, office: string): void {
  const known = presence().items.get(keyOf(actor.regionId, itemId))?.get(tab);
  pass(actor, itemId, tab, office || (known?.office ?? ''));
}

/** A tab no longer shows an item. */
export function depart(actor: Actor, itemId: string, tab: string): void {
  if (isHere(actor, itemId, tab)) pass(actor, itemId, tab, '');
}

/** In which offices others have this item open, none twice; a browser never sees itself. */
export function officesAt(actor: Actor, itemId: string): string[] {
  const tabs = presence().items.get(keyOf(actor.regionId, itemId))?.values() ?? [];
  const others = [...tabs].filter(({ session, until }) => session !== actor.sessionId && until > Date.now());
  return [...new Set(others.map(({ office }) => office))].sort();
}

function pass(actor: Actor, item: string, tab: string, office: string): void {
  hearAnnouncements(actor, hear);
  const one = { region: actor.regionId, item, tab, session: actor.sessionId ?? '', office };
  take(one);
  const announced: Announced = { from: presence().self, ...one };
  announce(actor, JSON.stringify(announced)).catch(error => log.warn({ err: error }, 'presence is not told'));
}

function hear(text: string): void {
  const { from, ...one } = JSON.parse(text) as Announced;
  if (from !== presence().self) take(one);
}

function take({ region, item, tab, session, office }: Omit<Announced, 'from'>): void {
  const { items } = presence();
  const key = keyOf(region, item);
  const tabs = items.get(key) ?? new Map<string, Tab>();
  const known = tabs.get(tab);
  if (office === '') tabs.delete(tab);
  else if (known || tabs.size < mostTabs) tabs.set(tab, { session, office, until: Date.now() + believedMs });
  if (tabs.size > 0) items.set(key, tabs);
  else items.delete(key);
  presence().sweep ??= startSweep();
  if (known?.office !== (office || undefined)) tellThere(region, item, [...tabs.values(), { session }]);
}

/** Whoever has the item open on this process asks anew who else has. */
function tellThere(region: string, item: string, tabs: readonly { session: string }[]): void {
  tell(region, new Set(tabs.map(({ session }) => session)), said('hadir', item));
}

function startSweep(): ReturnType<typeof setInterval> {
  const timer = setInterval(() => {
    const { items } = presence();
    for (const [key, tabs] of items) {
      const gone = [...tabs].filter(([, { until }]) => until < Date.now());
      for (const [tab] of gone) tabs.delete(tab);
      if (tabs.size === 0) items.delete(key);
      const [region = '', item = ''] = key.split(' ');
      if (gone.length > 0) tellThere(region, item, [...tabs.values()]);
    }
    if (items.size > 0) return;
    clearInterval(timer);
    presence().sweep = undefined;
  }, sweepMs);
  timer.unref();
  return timer;
}
