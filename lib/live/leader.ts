import { createStore, type UseStore, update } from 'idb-keyval';
import { newId } from './mutation-id';

const leaseMs = 6_000;
const renewMs = 2_000;

type Lease = { holder: string; until: number };

/**
 * Runs `work` in one tab of this browser at a time: what is sent or heard for a person goes through one tab, and
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
  const holder = takeHolder(name) ?? newId();
  let term: AbortController | null = null;
  let store: UseStore | undefined;
  const renew = async () => {
    store ??= createStore('rembug-lease', 'leases');
    const isHeld = await takeLease(store, name, holder);
    if (signal.aborted) return;
    if (isHeld && !term) {
      term = new AbortController();
      work(term.signal);
    }
    if (!isHeld) {
      term?.abort();
      term = null;
    }
  };
  // Without a database there is nothing to share either: every tab works for itself.
  const tryRenew = () => renew().catch(() => (term ??= startAlone(work)));
  const timer = setInterval(tryRenew, renewMs);
  const leave = () => {
    clearInterval(timer);
    if (term) keepHolder(name, holder);
    term?.abort();
    if (term && store) void update<Lease>(name, old => endOf(old, holder), store).catch(() => {});
    term = null;
  };
  signal.addEventListener('abort', leave);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !signal.aborted) holdLease(name, work, signal);
  });
  void tryRenew();
}

function startAlone(work: (signal: AbortSignal) => void): AbortController {
  const term = new AbortController();
  work(term.signal);
  return term;
}

const kept = (name: string) => `rembug.lease.${name}`;

// A page that is being left cannot count on its database any more; the next page of this tab goes on with its lease.
function keepHolder(name: string, holder: string): void {
  try {
    sessionStorage.setItem(kept(name), holder);
  } catch {}
}

function takeHolder(name: string): string | null {
  try {
    const holder = sessionStorage.getItem(kept(name));
    sessionStorage.removeItem(kept(name));
    return holder;
  } catch {
    return null;
  }
}

// One transaction reads and writes, so two tabs never both find the lease free.
async function takeLease(store: UseStore, name: string, holder: string): Promise<boolean> {
  let isHeld = false;
  await update<Lease>(
    name,
    old => {
      const now = Date.now();
      // A clock that was set back must not keep a dead tab's lease for ever.
      const isFree = !old || old.holder === holder || old.until < now || old.until > now + leaseMs;
      isHeld = isFree;
      return isFree ? { holder, until: now + leaseMs } : old;
    },
    store,
  );
  return isHeld;
}

const endOf = (old: Lease | undefined, holder: string): Lease =>
  !old || old.holder === holder ? { holder, until: 0 } : old;
