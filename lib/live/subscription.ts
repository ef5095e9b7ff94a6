import { Feed, type FeedWorld } from './feed';
import { lead } from './leader';
import type { News } from './news';

/** What a line needs of the browser; tests bring their own. */
export type LineWorld = FeedWorld & {
  channel: (name: string) => BroadcastChannel;
  lead: typeof lead;
};

type Listener = { since: number; hear: (news: News) => void };
type Said =
  | { kind: 'news'; news: News }
  | { kind: 'presence'; itemId: string }
  /** A tab that leads from now on asks where the others stand. */
  | { kind: 'who' }
  | { kind: 'here'; since: number };

const mostKept = 200;
const lingerMs = 5_000;

/**
 * The news of a plan for one person in this tab. All tabs of a browser share one feed: the leading tab has it
 * and tells the others, and each listener hears everything since its revision, whoever leads.
 */
export class Line {
  private listeners = new Set<Listener>();
  private presence = new Set<(itemId: string) => void>();
  private channel: BroadcastChannel;
  private feed: Feed | null = null;
  /** What was told since `keptFrom`, for tabs that come a little late. */
  private kept: News[] = [];
  private keptFrom = 0;
  private leave: (() => void) | null = null;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly person: string,
    private readonly world: LineWorld,
  ) {
    this.channel = world.channel(`rembug.aliran.${person}`);
    this.channel.onmessage = ({ data }: MessageEvent<Said>) => this.hearTab(data);
  }

  /** Hears what was written after a revision, and from then on whatever comes. */
  subscribe(since: number, hear: (news: News) => void): () => void {
    const listener = { since, hear };
    this.listeners.add(listener);
    clearTimeout(this.leaving);
    this.leave ??= this.world.lead(`aliran.${this.person}`, signal => this.lead(signal));
    this.sayWhere(since);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.leaving = setTimeout(() => this.quit(), lingerMs);
    };
  }

  /** Hears of items that somebody came to or left. */
  onPresence(hear: (itemId: string) => void): () => void {
    this.presence.add(hear);
    return () => this.presence.delete(hear);
  }

  /** Somebody looks at this tab again: what it slept through is told. */
  wake(): void {
    this.feed?.wake();
    if (this.listeners.size > 0) this.sayWhere(this.lowest());
  }

  private quit(): void {
    if (this.listeners.size > 0) return;
    this.leave?.();
    this.leave = null;
  }

  private lead(signal: AbortSignal): void {
    const since = this.lowest();
    this.kept = [];
    this.keptFrom = since;
    this.feed?.close();
    const feed = new Feed(
      this.person,
      since,
      {
        onNews: news => this.keepAndTell(news),
        onPresence: itemId => {
          this.say({ kind: 'presence', itemId });
          this.tellPresence(itemId);
        },
      },
      this.world,
    );
    this.feed = feed;
    signal.addEventListener('abort', () => {
      feed.close();
      if (this.feed === feed) this.feed = null;
    });
    this.say({ kind: 'who' });
  }

  private lowest(): number {
    return Math.min(...[...this.listeners].map(({ since }) => since), Number.MAX_SAFE_INTEGER);
  }

  private say(said: Said): void {
    this.channel.postMessage(said);
  }

  private sayWhere(since: number): void {
    if (this.feed) this.bringUpTo(since);
    else this.say({ kind: 'here', since });
  }

  private hearTab(said: Said): void {
    if (said.kind === 'news') this.tell(said.news);
    if (said.kind === 'presence') this.tellPresence(said.itemId);
    if (said.kind === 'who' && this.listeners.size > 0) this.say({ kind: 'here', since: this.lowest() });
    if (said.kind === 'here' && this.feed) this.bringUpTo(said.since);
  }

  /** A listener stands at a revision: what it has missed is told again from memory, or by the server. */
  private bringUpTo(since: number): void {
    const missed = this.kept.filter(({ revision }) => revision > since);
    if (since < this.keptFrom) {
      this.kept = [];
      this.keptFrom = since;
      this.feed?.rewind(since);
    } else if (missed.length > 0) this.pass(joined(missed));
  }

  private keepAndTell(news: News): void {
    if (news.isAnew) {
      this.kept = [];
      this.keptFrom = news.revision;
    }
    this.kept.push(news);
    for (const old of this.kept.splice(0, this.kept.length - mostKept)) this.keptFrom = old.revision;
    this.pass(news);
  }

  private pass(news: News): void {
    this.say({ kind: 'news', news });
    this.tell(news);
  }

  private tell(news: News): void {
    for (const listener of this.listeners) {
      if (!news.isAnew && news.revision <= listener.since) continue;
      listener.since = news.revision;
      listener.hear(news);
    }
  }

  private tellPresence(itemId: string): void {
    for (const hear of this.presence) hear(itemId);
  }
}

/** Several news as one: each item once, as it was told last. */
export function joined(list: readonly News[]): News {
  const versions = new Map(list.flatMap(one => one.items.map((id, at) => [id, one.versions[at] ?? 0])));
  return {
    revision: Math.max(...list.map(({ revision }) => revision)),
    items: [...versions.keys()],
    versions: [...versions.values()],
    moved: [...new Set(list.flatMap(({ moved }) => moved))],
  };
}

const lines = new Map<string, Line>();

function lineOf(person: string): Line {
  const known = lines.get(person);
  if (known) return known;
  const line = new Line(person, {
    open: address => new EventSource(address),
    ask: (address, init) => fetch(address, init),
    random: Math.random,
    channel: name => new BroadcastChannel(name),
    lead,
  });
  lines.set(person, line);
  document.addEventListener('visibilitychange', () => document.hidden || line.wake());
  for (const event of ['online', 'pageshow']) window.addEventListener(event, () => line.wake());
  return line;
}

/**
 * Tells what is written in the plan after a revision, once each and without gaps, until the answer is called.
 * @param person whom the page is drawn for; somebody else who signed in meanwhile is told nothing here
 * @param since the plan's revision that the page was drawn at
 */
export function subscribe(person: string, since: number, onNews: (news: News) => void): () => void {
  return lineOf(person).subscribe(since, onNews);
}

/** Tells of items that somebody came to or left. */
export function onPresence(person: string, hear: (itemId: string) => void): () => void {
  return lineOf(person).onPresence(hear);
}
