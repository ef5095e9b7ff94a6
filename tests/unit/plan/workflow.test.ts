import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isEditable,
  isLocked,
  type Status,
  type Step,
  statusAfter,
  statusLabels,
  steps,
  stepsFrom,
} from '@/lib/plan/workflow';

const statuses = Object.keys(statusLabels) as Status[];
const allSteps = Object.keys(steps) as Step[];

// DESIGN 6, written out once more by hand: every pair that is not here is forbidden.
const allowed: Record<string, Status> = {
  'submit draft': 'submitted',
  'submit returned': 'submitted',
  'withdraw submitted': 'draft',
  'return submitted': 'returned',
  'approve submitted': 'approved',
  'reopen approved': 'returned',
};

describe('the workflow table', () => {
  for (const step of allSteps) {
    for (const status of statuses) {
      const expected = allowed[`${step} ${status}`] ?? null;
      it(`${step} from ${status} ${expected ? `leads to ${expected}` : 'is forbidden'}`, () => {
        expect(statusAfter(step, status)).toBe(expected);
        expect(stepsFrom(status).includes(step)).toBe(expected !== null);
      });
    }
  }

  it('asks for words exactly where somebody is sent back', () => {
    expect(allSteps.filter(step => steps[step].note === 'required').sort()).toEqual(['reopen', 'return']);
  });

  it('lets only the owner hand in and take back, only the reviewer decide', () => {
    expect(allSteps.filter(step => steps[step].by === 'owner').sort()).toEqual(['submit', 'withdraw']);
  });

  it('lets fields change only while the item is with its owner', () => {
    expect(statuses.filter(isEditable)).toEqual(['draft', 'returned']);
  });
});

describe('any walk through the workflow', () => {
  it('is approved only after being submitted, and editable only after leaving submission', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allSteps), { maxLength: 40 }), walk => {
        let status: Status = 'draft';
        for (const step of walk) {
          const next = statusAfter(step, status);
          if (next === null) continue;
          if (next === 'approved') expect(status).toBe('submitted');
          if (isEditable(next)) expect(['submitted', 'approved']).toContain(status);
          status = next;
        }
      }),
    );
  });
});

describe('a locked plan', () => {
  it('is ratified, or in a locked stage; a closed stage only warns', () => {
    expect(isLocked({ phase: 'ratified' }, null)).toBe(true);
    expect(isLocked({ phase: 'drafting' }, { state: 'locked' })).toBe(true);
    expect(isLocked({ phase: 'drafting' }, { state: 'closed' })).toBe(false);
    expect(isLocked({ phase: 'drafting' }, null)).toBe(false);
  });
});
