import { describe, expect, it } from 'vitest';
import { findField } from '@/lib/plan/kinds/all';
import type { Field, Fields } from '@/lib/plan/kinds/kind';
import { ideaFields } from '@/lib/suggestions/idea';
import { isProposable, readProposal, valueText } from '@/lib/suggestions/proposal';

const plan = { baselineYear: 2024, years: [2025, 2026, 2029, 2034] };
const bare = { kind: 'indicator' as const, title: null, unit: null, direction: null, target: null };
const field = (path: string) => findField('indicator', path, plan) as Field;
const fieldsOf = (...args: Parameters<typeof ideaFields>) => {
  const read = ideaFields(...args);
  if ('message' in read) throw new Error(read.message);
  return read.fields;
};

describe('an idea', () => {
  it('in short words is the name; with a name the words are its definition', () => {
    expect(fieldsOf(bare, 'Luas taman kota', plan)).toEqual({
      ...{ valueType: 'number', baselineYear: 2024, title: 'Luas taman kota' },
    });
    const named = fieldsOf({ ...bare, title: 'Luas taman' }, 'Karena anak perlu tempat bermain.', plan);
    expect(named).toMatchObject({ title: 'Luas taman', definition: 'Karena anak perlu tempat bermain.' });
  });

  it('in long words keeps whole letters of what fits', () => {
    const long = `${'a'.repeat(249)}👍 sisanya`;
    const fields = fieldsOf(bare, long, plan);
    expect(fields.title).toBe('a'.repeat(249));
    expect(fields.definition).toBe(long);
    expect(fieldsOf({ ...bare, kind: 'target' }, 'baris\nkedua', plan)).toEqual({ title: 'baris kedua' });
  });

  it('has its target at the end of the medium term', () => {
    const fields = fieldsOf({ ...bare, unit: 'ha', direction: 'up', target: '12,5' }, 'Taman', plan);
    expect(fields).toMatchObject({ unit: 'ha', direction: 'up', 'milestones.2029': { low: '12.5' } });
    expect(ideaFields({ ...bare, target: 'banyak' }, 'Taman', plan)).toMatchObject({ field: 'target' });
    expect(ideaFields({ ...bare, direction: 'x' }, 'Taman', plan)).toMatchObject({ field: 'direction' });
  });
});

describe('a proposed value', () => {
  const fields: Fields = { valueType: 'number', precision: 1 };

  it('is read as the field is, and what has two readings is asked for anew', () => {
    expect(readProposal(field('milestones.2026'), ' 10,5 ', fields)).toMatchObject({
      value: { low: '10.5' },
    });
    expect(readProposal(field('milestones.2026'), '1.234', fields)).toHaveProperty('message');
    expect(readProposal(field('milestones.2026'), 'abc', fields)).toHaveProperty('message');
    expect(readProposal(field('direction'), 'Turun baik', fields)).toEqual({ value: 'down' });
    expect(readProposal(field('precision'), '9', fields)).toHaveProperty('message');
    expect(readProposal(field('title'), ' ', fields)).toHaveProperty('message');
    expect(readProposal(field('title'), 'x'.repeat(251), fields)).toHaveProperty('message');
  });

  it('is for what one text can say', () => {
    const paths = ['supporters', 'references', 'replacesId', 'subdimensionId', 'code'];
    const all = paths.flatMap(path => findField('indicator', path, plan) ?? []);
    expect(all.filter(isProposable)).toEqual([]);
    expect(isProposable(field('title'))).toBe(true);
  });

  it('is compared as it is shown', () => {
    const cell = { low: '10.5', high: null, text: null, skipReason: null, illustrative: true };
    expect(valueText(field('baseline'), { ...fields, baseline: cell })).toBe('10,5');
    expect(valueText(field('direction'), { direction: 'up' })).toBe('Naik baik');
    expect(valueText(field('title'), {})).toBe('');
  });
});
