import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, parseBlock, writeBlock } from '@/lib/plan/block';

describe('a block from the clipboard', () => {
  it.each([
    ['one cell', '10,5', [['10,5']]],
    ['a row', 'a\tb\tc', [['a', 'b', 'c']]],
    [
      'rows as Excel ends them',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'rows as LibreOffice ends them',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an empty last cell',
      'a\t\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['an empty row within', 'a\n\nb', [['a'], [''], ['b']]],
    ['a line break within quotes', '"satu\ndua"\tb', [['satu\ndua', 'b']]],
    ['a quote within quotes', '"ia berkata ""ya"""\tb', [['ia berkata "ya"', 'b']]],
    ['a tab within quotes', '"a\tb"\tc', [['a\tb', 'c']]],
    [
      'quotes that are part of the text, as Google Sheets leaves them',
      '"Purbalingga Satu" tahap\tb',
      [['"Purbalingga Satu" tahap', 'b']],
    ],
    ['a word in quotes', '"baik"', [['"baik"']]],
    [
      'a quote that never ends',
      '"baik\tb\nc',
      [
        ['"baik', 'b'],
        ['c', ''],
      ],
    ],
    [
      'rows of different length',
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
  ])('%s', (_, text, block) => {
    expect(parseBlock(text)).toEqual(block);
  });

  it('comes back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', ',', '1'), maxLength: 6 });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain(width =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, rows => {
        // A single empty cell in the last row looks like the line break at the end of what is copied.
        fc.pre(!(rows.length > 1 && rows.at(-1)?.join() === '' && rows[0]?.length === 1));
        expect(parseBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });

  it('as a file gives no spreadsheet a formula', () => {
    expect(csvOf([['=1+1', '+62', '@a', '-', 'a;"b"']])).toBe(
      '\ufeff"\'=1+1";"\'+62";"\'@a";"\'-";"a;""b"""\r\n',
    );
  });
});

it('reads a column as long as a spreadsheet has rows', () => {
  expect(parseBlock('1\n'.repeat(300_000))).toHaveLength(300_000);
});
