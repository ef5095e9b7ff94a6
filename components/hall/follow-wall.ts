import { showClock } from '@/components/ui/moment';
import type { Wall } from '@/lib/hall/read/wall';

const everyMs = 2_000;
const patienceMs = 10_000;

/** Calls again and again: one screen asks so little, answered 304, that a stream of its own would cost more. */
const onNews = (ask: () => void): (() => void) => {
  const timer = setInterval(ask, everyMs);
  return () => clearInterval(timer);
};

/** What a screen knows of its connection. */
export type Standing = { kind: 'fresh' | 'away' | 'ended'; text: string };

/**
 * Keeps a wall up to date. When the network goes away the last picture stays, with its time.
 * @param take what is to be shown now
 * @param say how fresh it is
 */
export function followWall(
  etag: string,
  take: (wall: Wall) => void,
  say: (standing: Standing) => void,
): () => void {
  let known = etag;
  let at = showClock(new Date().toISOString());
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    const answer = await fetch('/bimtek/layar/data', {
      headers: { 'if-none-match': `"${known}"` },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    const wall = answer?.status === 200 ? ((await answer.json().catch(() => null)) as Wall | null) : null;
    isAsking = false;
    if (answer?.status === 401) {
      stop();
      return say({ kind: 'ended', text: `Layar ini berakhir. Terakhir diperbarui ${at}` });
    }
    if (!wall && answer?.status !== 304)
      return say({ kind: 'away', text: `Belum tersambung. Terakhir diperbarui ${at}` });
    at = showClock(new Date().toISOString());
    say({ kind: 'fresh', text: `Langsung, ${at}` });
    if (!wall) return;
    known = wall.etag;
    take(wall);
  };
  const stop = onNews(ask);
  return stop;
}
