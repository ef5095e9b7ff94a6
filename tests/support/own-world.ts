import { test as base } from '@playwright/test';
import { startWorld, type World } from './endpoints/world';

/**
 * A test whose pages come from a program of its own: what other tests enter is not counted there. Files that say
 * the same `worldOf` share one; a file that changes what others rest on says its own.
 */
export const test = base.extend<object, { worldOf: string; world: World }>({
  worldOf: ['all', { option: true, scope: 'worker' }],
  world: [
    async ({ worldOf: _ }, use) => {
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ world }, use) => use(world.url),
});
