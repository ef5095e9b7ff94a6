import type { Patch } from './drawn';

const everyMs = 15_000;
const patienceMs = 10_000;

/**
 * Asks again and again what changed, while the page is in sight; a failed question changes nothing.
 * Returns what stops it.
 * @param take a change that came, with its time as people read it
 * @param say what the reader should know of the connection
 */
export function watch(
  address: string,
  etag: string,
  take: (patch: Patch, at: string) => void,
  say: (text: string) => void,
): () => void {
  let known = etag;
  let shownAt = clock();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isAway = false;

  const ask = async () => {
    clearTimeout(timer);
    const answer = await fetch(address, {
      headers: { 'if-none-match': `"${known}"` },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (isStopped) return;
    if (answer?.status === 401) return say('Sesi Anda berakhir. Muat ulang halaman untuk masuk lagi.');
    const patch = answer?.status === 200 ? ((await answer.json().catch(() => null)) as Patch | null) : null;
    if (isStopped) return;
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
    plan();
  };
  // Two hundred readers who opened the page together do not ask together.
  const plan = (soon = everyMs) => {
    clearTimeout(timer);
    if (!isStopped && !document.hidden) timer = setTimeout(ask, soon * (0.8 + 0.4 * Math.random()));
  };
  const onSight = () => (document.hidden ? clearTimeout(timer) : plan(500));

  document.addEventListener('visibilitychange', onSight);
  window.addEventListener('online', onSight);
  plan(3_000);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onSight);
    window.removeEventListener('online', onSight);
  };
}

const clock = () =>
  new Date().toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });
