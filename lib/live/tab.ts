import { holderOf, isLeased, leaveLease, takeLease } from './lease';
import { newId } from './mutation-id';

const nameOf = (id: string) => `rembug-tab-${id}`;
const idKey = 'rembug.tab';
/** A tab in the background may be woken only once a minute. */
const leaseMs = 90_000;
const renewMs = 20_000;

let own: Promise<string> | undefined;

/** The id of this tab; it stays through a reload, and a copy of the tab gets its own. */
export function ownTab(): Promise<string> {
  own ??= claim(readId()).then(writeId);
  return own;
}

/** Whether the tab of this id is open in this browser. */
export async function isOpen(id: string): Promise<boolean> {
  if (!navigator.locks) return isLeased(nameOf(id));
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === nameOf(id));
}

// A tab that was copied carries the id of the one it was copied from, which still holds it.
async function claim(id: string): Promise<string> {
  const isOwn = navigator.locks ? await holdLock(id) : await holdLease(id);
  return isOwn ? id : claim(newId());
}

function holdLock(id: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const held = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(release => addEventListener('pagehide', () => release())) : undefined;
    };
    navigator.locks.request(nameOf(id), { ifAvailable: true }, held).catch(reject);
  });
}

async function holdLease(id: string): Promise<boolean> {
  const holder = holderOf(nameOf(id));
  const renew = () => takeLease(nameOf(id), holder, leaseMs);
  if (!(await renew())) return false;
  const timer = setInterval(() => renew().catch(() => {}), renewMs);
  addEventListener('pagehide', () => {
    clearInterval(timer);
    leaveLease(nameOf(id), holder);
  });
  return true;
}

// A browser may refuse storage altogether; then every load of the page is a tab of its own.
function readId(): string {
  try {
    return sessionStorage.getItem(idKey) ?? newId();
  } catch {
    return newId();
  }
}

function writeId(id: string): string {
  try {
    sessionStorage.setItem(idKey, id);
  } catch {}
  return id;
}
