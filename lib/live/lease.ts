import { createStore, del, get, type UseStore, update } from 'idb-keyval';

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
