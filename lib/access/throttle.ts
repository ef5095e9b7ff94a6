import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { commonDatabase } from '@/lib/database/client';

const freeAttempts = 5;
const windowSeconds = 15 * 60;
const longestWaitSeconds = 60;
/** A hall of 200 people signs in from one address within a minute (SECURITY 3). */
const attemptsPerAddress = 400;
/** Of a billion codes that may be tried from one address in a quarter of an hour. */
const wrongCodes = 60;

/** Guest accounts that may be asked for from one address in a quarter of an hour, refused forms included. */
const joinsPerAddress = 300;

function limiter(points: number, seconds: number, keyPrefix: string) {
  return new RateLimiterPrisma({
    storeClient: commonDatabase(),
    tableName: 'throttle',
    clearExpiredByTimeout: false,
    points,
    duration: seconds,
    keyPrefix,
  });
}

const attempts = () => limiter(freeAttempts, windowSeconds, 'attempts');
const turns = (seconds: number) => limiter(1, seconds, 'turn');
const addresses = () => limiter(attemptsPerAddress, 60, 'address');

/**
 * Takes one attempt at an account before the password is looked at, so that guesses made side by side
 * count as well. Returns 0 when it may be made, else the seconds to wait: five are free, then each next
 * one doubles the wait. Counted per account and device: a device that signed in before has a count of its
 * own and no ceiling per address, so that a stranger's attempts never keep an official out.
 * @param address of a device that is not known yet; null for a known one
 */
export async function takeAttempt(account: string, address: string | null): Promise<number> {
  if (address !== null) {
    const wait = await consume(addresses(), address);
    if (wait.seconds > 0) return wait.seconds;
  }
  const { points } = await consume(attempts(), account);
  if (points <= freeAttempts) {
    if (points === freeAttempts) await turns(1).consume(account).catch(refusalOf);
    return 0;
  }
  const delay = Math.min(2 ** (points - freeAttempts), longestWaitSeconds);
  const { seconds } = await consume(turns(delay), account);
  // An attempt that was not made does not count.
  if (seconds > 0) await attempts().reward(account, 1);
  return seconds;
}

/** Forgets the attempts at an account after it signed in, and whatever else has had its time. */
export async function clearFailures(account: string): Promise<void> {
  await Promise.all([attempts().delete(account), turns(1).delete(account)]);
  await commonDatabase().throttle.deleteMany({ where: { expire: { lt: new Date() } } });
}

const joins = () => limiter(joinsPerAddress, windowSeconds, 'join');

/**
 * Takes one attempt to ask for a guest account with a right code. Returns 0 when it may be made, else the seconds
 * to wait: each costs a password's hash, and a hall full of guests comes from one address.
 */
export async function takeJoin(address: string): Promise<number> {
  return (await consume(joins(), address)).seconds;
}

// Counted apart: who mistypes an invitation keeps nobody from the hall.
const guesses = (what: 'code' | 'invitation') => limiter(wrongCodes, windowSeconds, what);

/**
 * Seconds until codes may be tried again from an address, 0 when they may be now. Only wrong ones count:
 * a hall of 200 people who type the right one from one address waits for nothing.
 */
export async function waitForCode(address: string, what: 'code' | 'invitation' = 'code'): Promise<number> {
  const taken = await guesses(what).get(address);
  return taken && taken.consumedPoints >= wrongCodes ? Math.max(1, Math.ceil(taken.msBeforeNext / 1000)) : 0;
}

/** Counts a wrong code against the address that it came from. */
export async function countWrongCode(address: string, what: 'code' | 'invitation' = 'code'): Promise<void> {
  await consume(guesses(what), address);
}

/** Counts one; `seconds` is 0 while the limit is not reached. */
async function consume(limit: RateLimiterPrisma, key: string): Promise<{ points: number; seconds: number }> {
  const taken = await limit.consume(key).then(
    ({ consumedPoints }) => ({ points: consumedPoints, seconds: 0 }),
    (refusal: unknown) => {
      const { consumedPoints, msBeforeNext } = refusalOf(refusal);
      return { points: consumedPoints, seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
    },
  );
  return taken;
}

// The library rejects with its result when the count is used up, and with an Error when the store failed.
function refusalOf(refusal: unknown): { consumedPoints: number; msBeforeNext: number } {
  if (refusal instanceof Error) throw refusal;
  return refusal as { consumedPoints: number; msBeforeNext: number };
}
