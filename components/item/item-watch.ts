import { newId } from '@/lib/live/mutation-id';
import { onPresence, subscribe } from '@/lib/live/subscription';
import type { ItemNews } from '@/lib/plan/read/item-news';

export type Heard = ItemNews & { offices: string[] };

type Watched = {
  person: string;
  itemId: string;
  /** The item's page. */
  path: string;
  /** What the page shows: the item's version, and the plan's revision. */
  version: number;
  revision: number;
};

type Hear = {
  /** Whether all up to a version is known here already, as after one's own saving. */
  isKnown: (version: number) => boolean;
  onNews: (news: Heard) => void;
  /** The item can no longer be read by this person, or has become one of an earlier plan. */
  onClosed: (isEarlier: boolean) => void;
};

const hereMs = 10_000;
const slowMs = 15_000;
const patienceMs = 10_000;

/** Tells what becomes of an item while its page is open, and the server that it is. Answers with what ends both. */
export function watchItem({ person, itemId, path, version, revision }: Watched, hear: Hear): () => void {
  const tab = newId();
  let etag = '';
  let due = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const ask = async () => {
    due = Number.POSITIVE_INFINITY;
    const answer = await fetch(`${path}/isi?sejak=${version}`, {
      headers: etag ? { 'if-none-match': etag } : {},
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (isStopped) return;
    // What was told is not told again.
    if (!answer || answer.status >= 500) return askIn(slowMs * (0.5 + Math.random()));
    if (answer.status === 404 || answer.status === 410) return hear.onClosed(answer.status === 410);
    if (answer.status !== 200) return;
    const news = (await answer.json().catch(() => null)) as Heard | null;
    if (isStopped || !news) return;
    etag = answer.headers.get('etag') ?? '';
    hear.onNews(news);
  };
  // The earliest wish says when, so that many in a row put nothing off; whether to ask is decided for all of them.
  let newest = 0;
  let isWished = false;
  const askIn = (ms: number, version?: number) => {
    if (version === undefined) isWished = true;
    else newest = Math.max(newest, version);
    if (Date.now() + ms >= due) return;
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      const isNeeded = isWished || !hear.isKnown(newest);
      isWished = false;
      if (isNeeded) void ask();
    }, ms);
  };
  const sayHere = () => fetch(`${path}/hadir?tab=${tab}`, { method: 'POST' }).catch(() => null);
  const sayGone = () => navigator.sendBeacon(`${path}/hadir?tab=${tab}&pergi=ya`);
  const onReturn = ({ persisted }: PageTransitionEvent) => persisted && void sayHere();

  const stopNews = subscribe(person, revision, ({ items, versions, isAnew }) => {
    if (isAnew) return askIn(300 * Math.random());
    const at = items.indexOf(itemId);
    const now = versions[at];
    // One's own saving is answered at about the same time; then there is nothing to ask.
    if (now !== undefined) askIn(150 + 250 * Math.random(), now);
    // Something that cannot be read was written; perhaps this item no longer can.
    else if (items.length === 0) askIn(slowMs * (0.5 + Math.random()));
  });
  const stopPresence = onPresence(person, id => id === itemId && askIn(300 * Math.random()));
  void sayHere().then(() => isStopped || askIn(0));
  const beat = setInterval(sayHere, hereMs);
  window.addEventListener('pagehide', sayGone);
  window.addEventListener('pageshow', onReturn);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    clearInterval(beat);
    stopNews();
    stopPresence();
    window.removeEventListener('pagehide', sayGone);
    window.removeEventListener('pageshow', onReturn);
    sayGone();
  };
}
