import { createStore, del, get, type UseStore, update } from 'idb-keyval';
import { newId } from './mutation-id';

type Lease = { holder: string; until: number };

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('rembug-lease', 'leases');
  return opened;
};

/**
 * Takes or renews a lease that all tabs of this browser see, for browsers without locks (plain http).
 * One transaction reads and writes, so two tabs never both find it free. Rejects without a database.
 * @param ms for how long it holds unless renewed
 */
export async function takeLease(name: string, holder: string, ms: number): Promise<boolean> {
  let isHeld = false;
  await update<Lease>(
    name,
    old => {
      const now = Date.now();
      // A clock that was set back must not keep a dead tab's lease for ever.
      isHeld = !old || old.holder === holder || old.until < now || old.until > now + ms;
      return isHeld || !old ? { holder, until: now + ms } : old;
    },
    store(),
  );
  return isHeld;
}

const keyOf = (name: string) => `rembug.lease.${name}`;

/** Who this page is for a lease: the page before it in this tab, when that left the lease behind; else somebody new. */
export function holderOf(name: string): string {
  try {
    const left = sessionStorage.getItem(keyOf(name));
    sessionStorage.removeItem(keyOf(name));
    return left ?? newId();
  } catch {
    return newId();
  }
}

/**
 * The page is being left. It cannot count on its database any more, so the next page of this tab may go on with
 * the lease; a copy of the tab may not, since it was made while the page was there.
 */
export function leaveLease(name: string, holder: string): void {
  try {
    sessionStorage.setItem(keyOf(name), holder);
  } catch {}
  endLease(name, holder).catch(() => {});
}

/** Gives a lease back, if it is still held. */
export async function endLease(name: string, holder: string): Promise<void> {
  const held = await get<Lease>(name, store());
  if (held?.holder === holder) await del(name, store());
}

/** Whether somebody holds this lease now. */
export async function isLeased(name: string): Promise<boolean> {
  const held = await get<Lease>(name, store());
  return held !== undefined && held.until >= Date.now();
}
