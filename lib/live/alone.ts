import { endLease, takeLease } from './lease';
import { newId } from './mutation-id';

/** Longer than any request lives (deadline.ts): whoever holds on for so long sleeps. */
const patienceMs = 25_000;
const lookAgainMs = 250;

/**
 * Runs `work` when no other tab of this browser runs work of the same name. A tab that fell asleep over it
 * is waited for no longer than `patienceMs`; work must bear to run twice then.
 */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!navigator.locks) return aloneByLease(name, work);
  let begun: Promise<Result> | undefined;
  const begin = () => {
    begun = work();
    return begun;
  };
  const { locks } = navigator;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      clearTimeout(timer);
      return begin();
    });
  } catch (error) {
    // Taken away by a tab that lost its patience: what was begun goes on. Or that tab is this one.
    if (begun) return begun;
    if (patience.signal.aborted) return await locks.request(name, { steal: true }, begin);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function aloneByLease<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const holder = newId();
  const take = () => takeLease(name, holder, patienceMs).catch(() => true);
  while (!(await take())) await new Promise(resolve => setTimeout(resolve, lookAgainMs));
  try {
    return await work();
  } finally {
    await endLease(name, holder).catch(() => {});
  }
}
