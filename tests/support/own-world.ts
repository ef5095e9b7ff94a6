import { test as base } from '@playwright/test';
import { startWorld, type World } from './endpoints/world';

/** A test whose pages come from a program of its own: what other tests enter is not counted there. */
export const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ world }, use) => use(world.url),
});
