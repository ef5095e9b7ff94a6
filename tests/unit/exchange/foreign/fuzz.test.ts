import { expect, test } from 'vitest';
import { fuzzCells } from '../../../drills/fuzz-cells';

test('ten thousand mutated cells: nothing throws, nothing is lost', { timeout: 60_000 }, () => {
  expect(fuzzCells(10_000, 20240611)).toEqual({ cells: expect.any(Number), complaints: [] });
});
