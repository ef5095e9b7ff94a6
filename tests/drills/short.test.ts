import { afterEach, expect, test } from 'vitest';
import { endAll } from '../bench/ending';
import { runCrash, shortCrash } from './run-crash';
import { runHall, shortHall } from './run-hall';
import { runRestore, shortRestore } from './run-restore';
import { faultsOf, runSecondLock } from './second-lock';

// The short forms of `npm run drill:*`, on the built program.
afterEach(endAll);

const nothing = { complaints: [], restless: [], refusals: [], errors: [] };

test('a hall behind a bad network loses nothing and doubles nothing', async () => {
  expect(await runHall(shortHall)).toEqual(nothing);
});

test('server and database may die at any moment', async () => {
  expect(await runCrash(shortCrash)).toEqual(nothing);
});

test('a backup is restored row by row, and people sign in', async () => {
  expect(await runRestore(shortRestore)).toEqual([]);
});

test('without the first lock the second one keeps every region to itself', async () => {
  expect(faultsOf(await runSecondLock())).toEqual([]);
});
