import { expect, it } from 'vitest';
import type { Told } from '@/lib/plan/log/story';
import { trailOf } from '@/lib/plan/log/trail';

const told = (actions: string[]): Told[] =>
  actions.map((action, revision) => ({
    ...{ revision, at: '2026-11-24T07:00:00Z', by: 'Kepala C', byId: 'c', action, deed: action },
    ...{ note: null, changes: [] },
  }));
const actionsOf = (actions: string[]) => trailOf(told(actions)).steps.map(({ action }) => action);

it('keeps the steps of a history in their order, and nothing else', () => {
  const steps = ['submit', 'return', 'submit', 'approve'];
  expect(actionsOf(['create', 'change', 'submit', 'return', 'change', 'submit', 'approve'])).toEqual(steps);
  expect(trailOf(told(['create', 'toString']))).toEqual({ steps: [], earlier: 0 });
});

it('shows the latest of many steps and counts the others', () => {
  const many = Array.from({ length: 9 }, (_, index) => (index % 2 ? 'withdraw' : 'submit'));
  expect(trailOf(told(many)).steps.map(({ revision }) => revision)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(trailOf(told(many)).earlier).toBe(3);
});
