import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import type { PrismaClient } from '@/lib/database/generated/client';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, makeRegion, number, save, smallTree } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId, as } = await makeRegion());
});
afterEach(() => expectLogMatchesTables(url));

/** Everything the region's plan says, as one text. */
async function everything(): Promise<string> {
  const tables = ['Plan', 'Item', 'Indicator', 'Milestone', 'Supporter', 'Reason', 'Event'];
  return asOwner(url, async client => {
    const parts = [];
    for (const table of tables)
      parts.push((await client.query(`SELECT * FROM "${table}" t ORDER BY t::text`)).rows);
    return JSON.stringify(parts);
  });
}

/** Runs work with a database whose n-th statement fails; tells whether it came that far. */
async function withFault(n: number, work: () => Promise<unknown>): Promise<boolean> {
  const shared = globalThis as unknown as { rembugDatabases: Map<string, PrismaClient> };
  const sound = database(regionId);
  let statements = 0;
  let hasFailed = false;
  const faulty = sound.$extends({
    query: {
      async $allOperations({ args, query }) {
        statements += 1;
        if (statements === n) {
          hasFailed = true;
          throw new Error('injected');
        }
        return query(args);
      },
    },
  });
  shared.rembugDatabases.set(regionId, faulty as unknown as PrismaClient);
  try {
    await work();
  } catch (error) {
    expect((error as Error).message).toContain('injected');
  } finally {
    shared.rembugDatabases.set(regionId, sound);
  }
  return hasFailed;
}

describe('a fault at any statement of the write path', () => {
  const cases: [string, () => Promise<() => Promise<unknown>>][] = [
    [
      'beginning an item',
      async () => {
        const { target } = await smallTree(as);
        const actor = await as('c');
        return () =>
          save(
            actor,
            begin({
              kind: 'indicator',
              department: 'c',
              parentId: target,
              fields: { supporters: ['a'], 'reasons.jump.2026': 'Ya.' },
            }),
          );
      },
    ],
    [
      'changing one on an old version',
      async () => {
        const { indicator } = await smallTree(as);
        const actor = await as('c');
        await save(actor, edit(indicator, 1, { source: 'BPS' }));
        return () =>
          saveChanges(actor, [
            edit(indicator, 1, {
              unit: 'orang',
              'milestones.2025': number('51'),
              supporters: ['b'],
              'reasons.jump.2026': 'Ya.',
            }),
          ]);
      },
    ],
    [
      'moving one',
      async () => {
        const [one, two] = [await smallTree(as), await smallTree(as)];
        const actor = await as('c');
        return () => save(actor, edit(one.indicator, 1, {}, two.target));
      },
    ],
    [
      'a step',
      async () => {
        const { indicator } = await smallTree(as);
        const actor = await as('c');
        return () =>
          takeStep(actor, {
            step: 'submit',
            items: [{ mutationId: randomUUID(), itemId: indicator, version: 1 }],
          });
      },
    ],
  ];
  for (const [name, prepare] of cases) {
    it(`leaves everything as it was: ${name}`, async () => {
      for (let n = 1; ; n += 1) {
        const work = await prepare();
        const before = await everything();
        if (!(await withFault(n, work))) {
          expect(n).toBeGreaterThan(4);
          expect(await everything()).not.toBe(before);
          break;
        }
        expect([n, await everything()]).toEqual([n, before]);
      }
    });
  }
});
