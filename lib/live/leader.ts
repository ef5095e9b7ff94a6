import { holderOf, leaveLease, takeLease } from './lease';

const leaseMs = 6_000;
const renewMs = 2_000;

/**
 * Runs `work` in one tab of this browser at a time: what is heard for a person comes through one tab, and
 * another takes over when that one closes. Where the browser has no locks (plain http), a lease in its database
 * does the same; a tab that slept through its lease is told by the signal. Work must bear to run twice for a moment.
 * @param work begins the work, which ends when the signal is aborted
 * @returns leaves for good
 */
export function lead(name: string, work: (signal: AbortSignal) => void): () => void {
  const leaving = new AbortController();
  if (navigator.locks) void holdLock(name, work, leaving.signal);
  else holdLease(name, work, leaving.signal);
  return () => leaving.abort();
}

async function holdLock(name: string, work: (signal: AbortSignal) => void, signal: AbortSignal) {
  const held = () =>
    new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve());
      work(signal);
    });
  await navigator.locks.request(name, { signal }, held).catch(() => {});
}

function holdLease(name: string, work: (signal: AbortSignal) => void, signal: AbortSignal) {
  const holder = holderOf(name);
  let term: AbortController | null = null;
  const begin = () => {
    term ??= new AbortController();
    work(term.signal);
  };
  const renew = async () => {
    // Without a database there is nothing to share either: every tab works for itself.
    const isHeld = await takeLease(name, holder, leaseMs).catch(() => true);
    if (signal.aborted) return;
    if (isHeld && !term) begin();
    if (!isHeld) {
      term?.abort();
      term = null;
    }
  };
  const timer = setInterval(renew, renewMs);
  const leave = () => {
    clearInterval(timer);
    if (term) leaveLease(name, holder);
    term?.abort();
    term = null;
  };
  signal.addEventListener('abort', leave);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !signal.aborted) holdLease(name, work, signal);
  });
  void renew();
}
