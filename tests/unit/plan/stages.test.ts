import { expect, it } from 'vitest';
import { closedStage } from '@/lib/plan/workflow';
import { deadlineParts, readDeadline } from '@/lib/stages/deadline';
import { stageVersionName } from '@/lib/stages/moves';

it('reads a deadline by the clock of the region, whatever clock the server has', () => {
  expect(readDeadline('2026-11-27', '16.00')).toEqual({ deadline: new Date('2026-11-27T09:00:00Z') });
  expect(readDeadline('2026-11-27', '7:05')).toEqual({ deadline: new Date('2026-11-27T00:05:00Z') });
  expect(readDeadline('2026-11-27', '')).toEqual({ deadline: new Date('2026-11-27T09:00:00Z') });
  expect(readDeadline('', '')).toEqual({ deadline: null });
  expect(readDeadline('', '16.00')).toMatchObject({ problem: { field: 'day' } });
  expect(readDeadline('2026-02-30', '16.00')).toMatchObject({ problem: { field: 'day' } });
  for (const hour of ['24.00', '16', '16.60', 'sore', '1e3'])
    expect(readDeadline('2026-11-27', hour)).toMatchObject({ problem: { field: 'hour' } });
});

it('shows a deadline as it is typed', () => {
  expect(deadlineParts(new Date('2026-11-27T17:30:00Z'))).toEqual({ day: '2026-11-28', hour: '00.30' });
  expect(deadlineParts(null)).toEqual({ day: '', hour: '' });
});

it('names the version of a stage by a name that is free and no longer than a name may be', () => {
  const taken = new Set(['Bimtek I ditutup', 'Bimtek I ditutup (2)']);
  expect(stageVersionName(' Bimtek I ', name => taken.has(name))).toBe('Bimtek I ditutup (3)');
  expect(stageVersionName('x'.repeat(300), () => false)).toHaveLength(100);
});

it('warns of the stage that was closed last', () => {
  const stages = (...states: string[]) => states.map((state, at) => ({ state, at }));
  expect(closedStage(stages('open', 'open'))).toBeNull();
  expect(closedStage(stages('closed', 'open', 'closed'))?.at).toBe(0);
  expect(closedStage(stages('closed', 'closed', 'locked'))?.at).toBe(1);
  expect(closedStage(stages('closed', 'closed'))?.at).toBe(1);
  expect(closedStage(stages('locked'))).toBeNull();
});
