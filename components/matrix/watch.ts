import { subscribe } from '@/lib/live/subscription';

type Watched = {
  /** Where to ask what changed. */
  address: string;
  etag: string;
  person: string;
  /** The plan's revision that the page was drawn at. */
  revision: number;
  /** Whatever is written counts, not only items that this reader may see. */
  isWhole?: boolean;
};

const everyMs = 30_000;
const patienceMs = 10_000;
/** Two hundred readers who are told at once do not ask at once, and none asks more often than this. */
const spreadMs = 800;
const leastMs = 1_500;
const mostRevision = 999_999_999;

/**
 * Asks what changed as soon as it is told that something did, and now and then without, while the page is in
 * sight; a failed question changes nothing. Returns what stops it.
 * @param take a change that came, with its time as people read it
 * @param say what the reader should know of the connection
 */
export function watch<Patch extends { etag: string }>(
  { address, etag, person, revision, isWhole = false }: Watched,
  take: (patch: Patch, at: string) => void,
  say: (text: string) => void,
): () => void {
  let known = etag;
  let heard = revision;
  let shownAt = clock();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let askedAt = 0;
  let isAsking = false;
  let isStopped = false;
  let isAway = false;

  const ask = async () => {
    due = Number.POSITIVE_INFINITY;
    if (isAsking) return planIn(leastMs);
    isAsking = true;
    askedAt = Date.now();
    const answer = await fetch(address, {
      headers: { 'if-none-match': `"${known}"`, 'x-revisi': String(heard) },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (isStopped) return;
    if (answer?.status === 401) return say('Sesi Anda berakhir. Muat ulang halaman untuk masuk lagi.');
    const patch = answer?.status === 200 ? ((await answer.json().catch(() => null)) as Patch | null) : null;
    if (isStopped) return;
    isAsking = false;
    if (patch) {
      known = patch.etag;
      take(patch, clock());
    }
    if (patch || answer?.status === 304) {
      shownAt = clock();
      if (isAway && !patch) say(`Tersambung lagi ${shownAt}`);
      isAway = false;
    } else if (!isAway) {
      isAway = true;
      say(`Belum tersambung. Yang tampak keadaan pukul ${shownAt}`);
    }
    planIn(everyMs * (0.8 + 0.4 * Math.random()));
  };
  // The earliest wish counts: many in a row put nothing off.
  const planIn = (ms: number) => {
    if (isStopped || document.hidden || Date.now() + ms >= due) return;
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(ask, ms);
  };
  const onSight = () => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    planIn(500);
  };
  // What was written out of this reader's sight shows in counts only, which can wait.
  const stopNews = subscribe(person, revision, ({ items, isAnew, revision: latest }) => {
    // Another plan counts its revisions anew; of it, the newest reading.
    heard = isAnew ? mostRevision : latest;
    if (items.length === 0 && !isAnew && !isWhole) return;
    planIn(Math.max(spreadMs * Math.random(), askedAt + leastMs - Date.now()));
  });

  document.addEventListener('visibilitychange', onSight);
  window.addEventListener('online', onSight);
  planIn(3_000 * (0.8 + 0.4 * Math.random()));
  return () => {
    isStopped = true;
    stopNews();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onSight);
    window.removeEventListener('online', onSight);
  };
}

const clock = () =>
  new Date().toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });
