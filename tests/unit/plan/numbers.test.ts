import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, emptyCell } from '@/lib/plan/kinds/kind';
import { amountOf, cellOfReading, normalise, readValue, showCell, showDecimal } from '@/lib/plan/numbers';
import { awkwardValues } from '@/tests/support/awkward-values';

const number = { valueType: 'number', precision: null };
const read = (text: string, context = number) => readValue(text, context);

describe('reading a typed number', () => {
  const plain: [string, string][] = [
    ['10,5', '10.5'],
    ['10.5', '10.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.062.961.500', '1062961500'],
    ['Rp 1.062.961.500', '1062961500'],
    ['Rp1.062.961.500', '1062961500'],
    ['rp. 25.000,50', '25000.5'],
    ['11,34 %', '11.34'],
    ['65%', '65'],
    ['-3,2', '-3.2'],
    ['−3,2', '-3.2'],
    ['+4', '4'],
    [' 7 ', '7'],
    ['1 250 000', '1250000'],
    ['2 248 000', '2248000'],
    ['0', '0'],
    ['0,0', '0'],
    ['0.123', '0.123'],
    ['007', '7'],
    ['1234.567', '1234.567'],
    ['12.34', '12.34'],
    ['1,5', '1.5'],
    ['1,234', '1.234'],
    ['73,98\n', '73.98'],
  ];
  for (const [typed, low] of plain) {
    it(`understands ${JSON.stringify(typed)} as ${low}`, () =>
      expect(read(typed)).toEqual({ kind: 'number', low }));
  }

  it('asks about a point that may be a thousand or a decimal', () => {
    expect(read('1.234')).toEqual({ kind: 'ambiguous', options: ['1234', '1.234'] });
    expect(read('-1.500')).toEqual({ kind: 'ambiguous', options: ['-1500', '-1.5'] });
  });

  it('does not ask where the indicator has no decimals', () => {
    expect(readValue('1.234', { valueType: 'number', precision: 0 })).toEqual({
      kind: 'number',
      low: '1234',
    });
  });

  for (const typed of [
    'abc',
    '12a',
    '1.23.4',
    '1,2,3',
    '1..2',
    '--4',
    '1e309',
    '10,5,',
    'Rp',
    '%',
    '9–8–7',
  ]) {
    it(`does not understand ${typed}`, () => expect(read(typed)).toEqual({ kind: 'unreadable' }));
  }

  it('tells empty, zero and absent apart', () => {
    for (const typed of ['', '  ', '-', '–', '—']) expect(read(typed)).toEqual({ kind: 'empty' });
    for (const typed of ['N/A', '#N/A', 'n/a', 'tidak ada data', 'Tidak Ada Data', 't.a.d.']) {
      expect(read(typed)).toEqual({ kind: 'absent' });
    }
    expect(read('0')).toEqual({ kind: 'number', low: '0' });
  });

  for (const typed of [
    '9,70–10,30',
    '9,70-10,30',
    '9,70 — 10,30',
    '9,70–\n10,30',
    '9,70 s.d. 10,30',
    '9,70 sampai 10,30',
  ]) {
    it(`understands ${JSON.stringify(typed)} as a range`, () =>
      expect(read(typed)).toEqual({ kind: 'range', low: '9.7', high: '10.3' }));
  }

  it('understands a range below zero', () => {
    expect(read('-3–-1')).toEqual({ kind: 'range', low: '-3', high: '-1' });
  });

  it('takes a category as it is written', () => {
    const category = { valueType: 'category', precision: null };
    for (const text of ['BB', 'WTP', 'Level 3', '69,35 (MAJU)']) {
      expect(readValue(text, category)).toEqual({ kind: 'category', text });
    }
  });
});

describe('reading what is awkward', () => {
  for (const [text, context, expected, from] of awkwardValues) {
    const { valueType, precision } = context;
    it(`${JSON.stringify(text)} as ${valueType || 'no form yet'}, precision ${precision}: ${from}`, () =>
      expect(readValue(text, context)).toEqual(expected));
  }

  it('takes a long text for no number, and at once', () => {
    for (const long of ['0'.repeat(100_000), `1${' '.repeat(100_000)}1`, `${'1,-'.repeat(50_000)}`]) {
      expect(read(long)).toEqual({ kind: 'unreadable' });
    }
  });
});

describe('showing a number', () => {
  it('groups thousands, uses the decimal comma and never cuts digits', () => {
    expect(showDecimal('1234567.5')).toBe('1.234.567,5');
    expect(showDecimal('9.4', 2)).toBe('9,40');
    expect(showDecimal('11.345', 2)).toBe('11,345');
    expect(showDecimal('-0.5')).toBe('-0,5');
    expect(showDecimal('0')).toBe('0');
  });

  it('shows a range with one precision and nothing for nothing', () => {
    expect(showCell({ ...emptyCell, low: '10', high: '10.95' }, 2)).toBe('10,00–10,95');
    expect(showCell(emptyCell)).toBe('');
  });

  for (const precision of [null, 0, 1, 2]) {
    it(`shows both ends with the decimals of the longer one, with a precision of ${precision}`, () => {
      expect(showCell({ ...emptyCell, low: '10', high: '10.95' }, precision)).toBe('10,00–10,95');
      expect(showCell({ ...emptyCell, low: '9.125', high: '10' }, precision)).toBe('9,125–10,000');
    });
  }

  it('compares a range by its middle', () => {
    expect(amountOf({ ...emptyCell, low: '10', high: '12' })).toBe(11);
    expect(amountOf(emptyCell)).toBeNull();
  });
});

const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt(0n, 9999n), fc.bigInt(0n, 10n ** 15n)),
    fc.stringMatching(/^\d{0,8}$/),
  )
  .map(([isNegative, whole, fraction]) =>
    normalise(`${isNegative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`),
  );

const typedGrade = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('BB', 'WTP', 'Level 3', '69,35 (MAJU)', 'A–B', '1.234', "'BB", 'Baik \n sekali'),
);
const precisions = fc.option(fc.integer({ min: 0, max: 6 }));
const show = (cell: Partial<Cell>, precision: number | null) =>
  showCell({ ...emptyCell, ...cell }, precision);

describe('there and back', () => {
  it('reads what it shows, or asks with the right answer among the choices', () => {
    fc.assert(
      fc.property(decimal, precisions, precisions, (low, shown, precision) => {
        const reading = readValue(show({ low }, shown), { valueType: 'number', precision });
        if (reading.kind === 'ambiguous') expect(reading.options).toContain(low);
        else expect(reading).toEqual({ kind: 'number', low });
      }),
    );
  });

  it('reads every range it shows, or does not where its ends would be asked about', () => {
    fc.assert(
      fc.property(decimal, decimal, precisions, (low, high, precision) => {
        const context = { valueType: 'range', precision };
        const shown = show({ low, high }, precision);
        const reading = readValue(shown, context);
        const isAsked = shown.split('–').some(end => readValue(end, context).kind === 'ambiguous');
        if (isAsked && reading.kind === 'unreadable') return;
        expect(reading).toEqual({ kind: 'range', low, high });
      }),
    );
  });

  it('reads every category it took', () => {
    fc.assert(
      fc.property(typedGrade, typed => {
        const context = { valueType: 'category', precision: null };
        const reading = readValue(typed, context);
        fc.pre(reading.kind === 'category');
        expect(readValue(showCell(cellOfReading(reading) ?? emptyCell), context)).toEqual(reading);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('number', 'range', 'category'), (text, valueType) => {
        readValue(text, { valueType, precision: null });
      }),
    );
  });
});
