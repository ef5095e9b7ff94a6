import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOf, echoOf } from '@/lib/plan/echo';
import { type NumberContext, normalise, readValue, showDecimal } from '@/lib/plan/numbers';
import { awkwardValues } from '@/tests/support/awkward-values';

const number: NumberContext = { valueType: 'number', precision: null };
const whole = { valueType: 'number', precision: 0 };
const echo = (typed: string, unit = 'orang', context = number) =>
  echoOf(typed, readValue(typed, context), unit);

describe('the echo of a typed value', () => {
  it('says nothing beyond what is typed', () => {
    for (const typed of ['10,5', ' 7 ', '0', '-3,2', '2.024,25']) expect(echo(typed)).toBe('');
    expect(echo('11,34 %', '%')).toBe('');
    expect(echoOf('28,5 ton/hari', { kind: 'number', low: '28.5' }, 'ton/hari')).toBe('');
    expect(echo('Rp25.000,5', 'Rp')).toBe('');
    expect(echo('36', 'Rp juta')).toBe('');
    expect(echo('1.499', 'Rp triliun', whole)).toBe('');
    expect(echo('1,499', 'Rp triliun')).toBe('');
    expect(echo('999.999', 'orang', whole)).toBe('');
  });

  it('has no words for what is not settled or needs none', () => {
    for (const typed of ['', '-', '1.234', 'abc', '#REF!', '≥90']) expect(echo(typed)).toBe('');
    expect(echo('BB', 'Predikat', { valueType: 'category', precision: 0 })).toBe('');
  });

  const spoken: [typed: string, unit: string, echo: string][] = [
    ['10.5', '%', 'Dibaca 10,5'],
    ['1234', 'orang', 'Dibaca 1.234'],
    ['−3,2', '%', 'Dibaca -3,2'],
    ['1.062.961.500', 'orang', 'Dibaca 1.062.961.500, sekitar 1,06 miliar'],
    ['2.450.000', 'orang', 'Dibaca 2.450.000, yaitu 2,45 juta'],
    ['2.248.000', 'orang', 'Dibaca 2.248.000, sekitar 2,25 juta'],
    ['1000000', 'orang', 'Dibaca 1.000.000, yaitu 1 juta'],
    ['10000000', 'orang', 'Dibaca 10.000.000, yaitu 10 juta'],
    ['-2.248.000', 'orang', 'Dibaca -2.248.000, sekitar -2,25 juta'],
    ['1000000,5', 'ton', 'Dibaca 1.000.000,5, sekitar 1 juta'],
    ['995.000.000', 'orang', 'Dibaca 995.000.000, yaitu 995 juta'],
    ['999.999.999', 'orang', 'Dibaca 999.999.999, sekitar 1 miliar'],
    ['1.234.000.000.000.000', 'orang', 'Dibaca 1.234.000.000.000.000, yaitu 1.234 triliun'],
    ['1.062.961.500', 'Rp', 'Dibaca Rp1.062.961.500 (sekitar Rp1,06 miliar)'],
    ['Rp 1.500.000', 'Rp', 'Dibaca Rp1.500.000 (Rp1,5 juta)'],
    ['25000', 'Rp', 'Dibaca Rp25.000'],
    ['10.964.000', 'Rp/kapita/tahun', 'Dibaca Rp10.964.000 (sekitar Rp10,96 juta)'],
    ['10.964.000', 'Rp per kapita', 'Dibaca Rp10.964.000 (sekitar Rp10,96 juta)'],
    ['36.5', 'Rp juta', 'Dibaca Rp36,5 juta'],
    ['1500', 'Rp juta', 'Dibaca Rp1.500 juta (Rp1,5 miliar)'],
    ['0,85', 'Rp triliun', 'Dibaca Rp0,85 triliun (Rp850 miliar)'],
    ['0,5', 'Rp milyar', 'Dibaca Rp0,5 miliar (Rp500 juta)'],
    ['10964', 'ribu Rp/orang/tahun', 'Dibaca Rp10.964 ribu (sekitar Rp10,96 juta)'],
    ['1.500.000', 'Rp jt', 'Dibaca 1.500.000, yaitu 1,5 juta'],
    ['9,70-10,30', '%', 'Dibaca 9,7 sampai 10,3'],
    ['t.a.d.', '%', 'Dibaca tidak ada data. Tulis alasannya di bawah.'],
  ];
  for (const [typed, unit, expected] of spoken) {
    it(`says of ${typed} in ${unit}: ${expected}`, () => expect(echo(typed, unit)).toBe(expected));
  }

  it('scales what is typed with its thousands, too', () => {
    expect(echo('1.500', 'Rp juta', whole)).toBe('Dibaca Rp1.500 juta (Rp1,5 miliar)');
  });

  it('never throws and names the number it has read', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom(...awkwardValues.map(([text]) => text)));
    const unit = fc.oneof(
      fc.string(),
      fc.constantFrom('', '%', 'Rp', 'Rp ribu', 'Rp juta', 'Rp miliar', 'Rp triliun', 'juta Rp/orang'),
    );
    const low = fc
      .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 18n - 1n), fc.stringMatching(/^\d{0,8}$/))
      .map(([isNegative, digits, fraction]) => normalise(`${isNegative ? '-' : ''}${digits}.${fraction}`));
    fc.assert(
      fc.property(typed, low, unit, (text, value, measure) => {
        const said = echoOf(text, { kind: 'number', low: value }, measure);
        if (said !== '') expect(said).toContain(showDecimal(value));
        expect(echoOf(text, { kind: 'range', low: value, high: value }, measure)).toContain(
          showDecimal(value),
        );
        echoOf(text, readValue(text, number), measure);
      }),
    );
  });
});

describe('advice on what is unreadable', () => {
  const given: [typed: string, part: string][] = [
    ['#DIV/0!', 'Rumus di Excel'],
    ['Err:502', 'Rumus di Excel'],
    ['#####', 'terlalu sempit'],
    ['nihil', 'Tulis 0 bila'],
    ['Rp -', 'Tulis 0 bila'],
    ['(5)', 'misalnya -5'],
    ['69,35 (MAJU)', 'bentuk nilai Predikat'],
    ['½', 'misalnya 0,5'],
    ['1,06E+09', 'disingkat Excel'],
    ['≥90', 'tanpa tanda seperti ≥'],
    ['± 500', 'tanpa tanda seperti ≥'],
    ['kurang lebih 500', 'tanpa tanda seperti ≥'],
    ['s/d 10', 'kedua batas'],
    ['10–', 'kedua batas'],
    ['12*', 'tanda catatan'],
    ['Rp 1,2 miliar', 'tanpa kata seperti juta'],
    ['Rp50–60 juta', 'tanpa kata seperti juta'],
    ['1.200–1.300', 'tanpa tanda ribuan'],
    ['34 aplikasi', 'tanpa satuan'],
    ['12\n500', 'satu nilai'],
    ['11.339999999999998', 'paling banyak'],
    ['abc', ''],
    ['BB', ''],
  ];
  for (const [typed, part] of given) {
    it(`helps with ${JSON.stringify(typed)}`, () => {
      expect(readValue(typed, number)).toEqual({ kind: 'unreadable' });
      if (part === '') expect(adviceOf(typed)).toBe('');
      else expect(adviceOf(typed)).toContain(part);
    });
  }

  it('is said in short sentences, at once, whatever is typed', () => {
    const long = ['(', '1', ' ', '1.200-', 's/d '].map(part => part.repeat(50_000));
    for (const text of [...long, ...awkwardValues.map(([awkward]) => awkward)]) {
      for (const sentence of adviceOf(text).split('. ')) {
        expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
      }
    }
  });
});
