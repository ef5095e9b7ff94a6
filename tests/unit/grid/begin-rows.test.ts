import { beforeEach, expect, it, vi } from 'vitest';
import { beginRows, setAway } from '@/components/grid/begin-rows';
import type { SentChange } from '@/lib/plan/schema';

const sent: SentChange[][] = [];
let answer: (changes: SentChange[]) => unknown;

vi.mock('@/lib/plan/actions', () => ({
  saveChangesAction: async ({ changes }: { changes: SentChange[] }) => {
    sent.push(structuredClone(changes));
    return answer(changes);
  },
}));

const taken = (changes: SentChange[]) =>
  changes.map(({ mutationId }) => ({ mutationId, ok: true, version: 1, revision: 1, at: 'x' }));

beforeEach(() => {
  sent.length = 0;
  answer = taken;
});

const plan = { baselineYear: 2024, years: [2025, 2026] };
const place = { id: 'sasaran', title: 'Sasaran', dimensionId: 'd', isMine: true };
const begin = (rows: { id: string; fields: Record<string, string> }[]) =>
  beginRows('orang', plan, rows, place, { id: 'dinkes', code: 'DINKES' });

it('tells of every row that was begun, also behind one that was refused', async () => {
  answer = changes =>
    taken(changes).map(outcome =>
      changes.find(({ mutationId }) => mutationId === outcome.mutationId)?.itemId === 'b'
        ? { mutationId: outcome.mutationId, ok: false, reason: 'invalid', message: 'Terlalu panjang.' }
        : outcome,
    );
  const { begun, message } = await begin(['a', 'b', 'c'].map(id => ({ id, fields: { title: id } })));
  expect(begun.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(message).toBe('Terlalu panjang.');
});

it('asks the same again under the same key, and something else under another, so that it is not taken for done', async () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));
  answer = lost;
  await begin([{ id: 'x', fields: { title: 'Angka' } }]);
  await begin([{ id: 'x', fields: { title: 'Angka' } }]);
  answer = changes => taken(changes).map(outcome => ({ ...outcome, version: 2 }));
  const { begun } = await begin([{ id: 'x', fields: { title: 'Angka', unit: 'orang' } }]);
  const [first, second, third] = sent.map(([change]) => change?.mutationId);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(begun).toMatchObject([{ id: 'x', version: 2 }]);
});

it('sends no more at once than a server takes', async () => {
  const long = 'x'.repeat(19_000);
  await begin(Array.from({ length: 50 }, (_, at) => ({ id: `r${at}`, fields: { title: long } })));
  expect(sent.flat()).toHaveLength(50);
  for (const changes of sent) expect(JSON.stringify(changes).length).toBeLessThan(100_000);
  sent.length = 0;
  const rows = Array.from({ length: 601 }, (_, at) => ({ id: `r${at}`, version: 1 }));
  expect(await setAway('orang', rows, true)).toBe('');
  expect(sent.flat()).toHaveLength(601);
  for (const changes of sent) expect(changes.length).toBeLessThanOrEqual(500);
});
