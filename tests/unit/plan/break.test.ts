import { describe, expect, it } from 'vitest';
import { checkItem, obstacles } from '@/lib/plan/checks/all';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { matrixOf } from '@/lib/plan/matrix';

const plan = { baselineYear: 2024, years: [2025, 2026, 2027, 2028] };
const number = (low: string) => ({ ...emptyCell, low });
const sound: Fields = {
  ...{ title: 'Indeks SPBE', unit: 'Indeks', direction: 'up', valueType: 'number', baselineYear: 2024 },
  baseline: number('2'),
};
const years = (...list: number[]): Fields =>
  Object.fromEntries(list.map(year => [`milestones.${year}`, number(String(year - 2022))]));
const old = (fields: Fields) => ({
  ...{ kind: 'indicator' as const, fields: { ...sound, ...fields } },
  successor: { year: 2027, name: 'A-07' },
});
const successor = (fields: Fields) => ({
  kind: 'indicator' as const,
  fields: { ...sound, baselineYear: 2025, replacesId: 'old', breakYear: 2027, ...fields },
});
const fieldsOf = (item: Parameters<typeof obstacles>[0]) => obstacles(item, plan).map(({ field }) => field);

describe('an indicator that is replaced in mid-plan', () => {
  it('needs targets up to the break and none from then on', () => {
    expect(fieldsOf(old(years(2025, 2026)))).toEqual([]);
    expect(fieldsOf(old(years(2025)))).toEqual(['milestones.2026']);
  });

  it('warns of a target that belongs to the new one, until a reason is given', () => {
    const [finding] = obstacles(old(years(2025, 2026, 2027)), plan);
    expect(finding).toMatchObject({ level: 'warn', field: 'milestones.2027' });
    expect(finding?.message).toContain('Target 2027 milik A-07');
    const answered = { ...years(2025, 2026, 2027), [`reasons.${finding?.key}`]: 'Masa peralihan.' };
    expect(fieldsOf(old(answered))).toEqual([]);
  });
});

describe('the one that takes its place', () => {
  it('needs targets from the break on and none before', () => {
    expect(fieldsOf(successor(years(2027, 2028)))).toEqual([]);
    expect(fieldsOf(successor(years(2028)))).toEqual(['milestones.2027']);
    expect(fieldsOf(successor(years(2026, 2027, 2028)))).toEqual(['milestones.2026']);
  });

  it('may have a baseline of a year before the break, but not of the break itself', () => {
    expect(fieldsOf(successor({ ...years(2027, 2028), baselineYear: 2026 }))).toEqual([]);
    expect(fieldsOf(successor({ ...years(2027, 2028), baselineYear: 2027 }))).toEqual(['baselineYear']);
  });

  it('names the year, and one that the plan has after its first', () => {
    const wrong = (breakYear: number | null) =>
      checkItem(successor({ ...years(2027, 2028), breakYear }), plan).filter(
        ({ key }) => key === 'break.breakYear',
      );
    expect(wrong(null)).toMatchObject([{ level: 'block', field: 'breakYear' }]);
    expect(wrong(2025)).toMatchObject([{ level: 'block' }]);
    expect(wrong(2031)).toMatchObject([{ level: 'block' }]);
    expect(wrong(2027)).toEqual([]);
  });
});

describe('the matrix', () => {
  const trunk = {
    ...{ kind: 'indicator' as const, parentId: null, dimensionId: null, departmentId: 'c' },
    ...{ status: 'draft' as const, selfApproved: false, illustrative: false, version: 1 },
  };
  const items = [
    {
      ...{ ...trunk, id: 'old', fields: { ...sound, code: 'A-01', ...years(2025, 2026) } },
      successor: { id: 'new', year: 2027, name: 'A-07' },
    },
    {
      ...{ ...trunk, id: 'new' },
      fields: { ...sound, code: 'A-07', replacesId: 'old', breakYear: 2027, ...years(2027, 2028) },
    },
  ];
  const frame = {
    ...{ plan, dimensions: [], subdimensions: [], departments: [] },
    departmentCode: () => 'C',
  };
  const elsewhere = (read: typeof items) =>
    matrixOf(read, [], frame, {}).own.map(row => [row.code, row.elsewhere]);

  it('says in words where the other years stand', () => {
    expect(elsewhere(items)).toEqual([
      ['A-01', ['', '', '→ A-07', '→ A-07']],
      ['A-07', ['← A-01', '← A-01', '', '']],
    ]);
  });

  it('names nothing that its reader may not read', () => {
    expect(elsewhere(items.slice(0, 1))).toEqual([
      ['A-01', ['', '', '→ indikator lain', '→ indikator lain']],
    ]);
  });
});
