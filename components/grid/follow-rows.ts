import type { Heard } from '@/components/item/item-watch';
import type { Sender } from '@/lib/live/sender';
import { subscribe } from '@/lib/live/subscription';
import { itemPath } from '@/lib/plan/kinds/all';
import type { GridItem } from '@/lib/plan/read/grid';

type Followed = { person: string; revision: number; sender: Sender; items: () => readonly GridItem[] };

type Tell = {
  /** Whether somebody is typing in this field just now. */
  isBusy: (itemId: string, field: string) => boolean;
  /** Something happened to a row that its fields do not show: a step, or it can no longer be read. */
  onDeed: (item: GridItem) => void;
};

const patienceMs = 10_000;
const retryMs = 5_000;

/** Brings what others save in the rows of the grid into the sender, in its place. Answers with what ends it. */
export function followRows({ person, revision, sender, items }: Followed, tell: Tell): () => void {
  const last = new Map<string, Heard>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isStopped = false;

  const take = () => {
    for (const [id, { fields, version }] of last)
      sender.hear(id, fields, version, field => tell.isBusy(id, field));
  };
  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const ask = async (item: GridItem) => {
    const answer = await fetch(`${itemPath(item)}/isi?sejak=${item.version}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (isStopped) return;
    if (answer?.status === 404 || answer?.status === 410) return tell.onDeed(item);
    if (answer?.status !== 200) return later(retryMs * (0.5 + Math.random()), () => void ask(item));
    const news = (await answer.json().catch(() => null)) as Heard | null;
    if (isStopped || !news) return;
    last.set(item.id, news);
    if (news.deeds.length > 0) tell.onDeed(item);
    take();
  };
  const stopNews = subscribe(person, revision, ({ items: written, versions }) => {
    const byId = new Map(items().map(item => [item.id, item]));
    written.forEach((id, index) => {
      const item = byId.get(id);
      // One's own saving is answered at about the same time; then there is nothing to ask.
      const askIfNew = () => item && sender.versionOf(id) < (versions[index] ?? 0) && void ask(item);
      if (item) later(150 + 250 * Math.random(), askIfNew);
    });
  });
  // What was passed over while somebody was at it is taken once it is left.
  const stopSender = sender.subscribe(() => queueMicrotask(take));
  return () => {
    isStopped = true;
    for (const timer of timers) clearTimeout(timer);
    stopNews();
    stopSender();
  };
}
