import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { commonDatabase } from '@/lib/database/client';

const freeFailures = 5;
const windowSeconds = 15 * 60;
const longestWaitSeconds = 60;
/** A hall of 200 people signs in from one address within a minute (SECURITY 3). */
const attemptsPerAddress = 400;

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

const failures = () => limiter(freeFailures, windowSeconds, 'failures');
const waits = () => limiter(1, 1, 'wait');
const addresses = () => limiter(attemptsPerAddress, 60, 'address');

/**
 * Seconds to wait before this account may be tried again; 0 when it may be now.
 * Counted per account and device: a device that signed in before has a count of its own,
 * so that a stranger's failures never keep an official out.
 */
export async function secondsToWait(account: string, address: string): Promise<number> {
  const perAddress = await addresses()
    .consume(address)
    .then(
      () => 0,
      (refusal: unknown) => msBeforeNext(refusal),
    );
  const perAccount = (await waits().get(account))?.msBeforeNext ?? 0;
  return Math.ceil(Math.max(perAddress, perAccount) / 1000);
}

/** Counts a failure; from the fifth on each one doubles the wait. */
export async function noteFailure(account: string): Promise<void> {
  const { consumedPoints } = await failures()
    .consume(account)
    .catch((refusal: unknown) => {
      msBeforeNext(refusal);
      return refusal as { consumedPoints: number };
    });
  if (consumedPoints < freeFailures) return;
  const seconds = Math.min(2 ** (consumedPoints - freeFailures), longestWaitSeconds);
  await waits().block(account, seconds);
}

/** Forgets the failures of an account after it signed in. */
export async function clearFailures(account: string): Promise<void> {
  await Promise.all([failures().delete(account), waits().delete(account)]);
}

// The library rejects with its result when the count is used up, and with an Error when the store failed.
function msBeforeNext(refusal: unknown): number {
  if (refusal instanceof Error) throw refusal;
  return (refusal as { msBeforeNext: number }).msBeforeNext;
}
