import type { CellStyle } from 'hucre/xlsx';
import type { Column } from '@/lib/books/document';

type Align = Column['align'];

const ink = { rgb: '1F2933' };
const grey = { rgb: '52606D' };
const line = { style: 'thin', color: { rgb: 'D5DAE0' } } as const;
const strong = { style: 'medium', color: ink } as const;
const sides = { start: 'left', end: 'right' } as const;

const each = (style: (align: Align) => CellStyle): Record<Align, CellStyle> => ({
  start: style('start'),
  end: style('end'),
});

const alignment = (align: Align) =>
  ({ horizontal: sides[align], vertical: 'top', wrapText: true, indent: align === 'end' ? 1 : 0 }) as const;

/** How the parts of a sheet look; lines of a table are thin, and only heads and headings are bold. */
export const looks = {
  title: { font: { name: 'Calibri', size: 15, bold: true, color: ink } },
  fact: { font: { name: 'Calibri', size: 11, bold: true, color: grey } },
  aside: { font: { name: 'Calibri', size: 11, color: grey } },
  head: each(align => ({
    font: { name: 'Calibri', size: 11, bold: true, color: ink },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F4' } },
    border: { top: line, bottom: strong },
    alignment: { ...alignment(align), vertical: 'bottom' },
  })),
  record: each(align => ({ border: { bottom: line }, alignment: alignment(align) })),
} satisfies Record<string, CellStyle | Record<Align, CellStyle>>;

const headings = ([1, 2, 3] as const).map(level =>
  each(align => ({
    font: { name: 'Calibri', size: level === 1 ? 13 : 11, bold: true, color: ink },
    border: { bottom: level === 1 ? strong : line },
    // The text of a heading without cells runs over its neighbours instead of being folded into a narrow column.
    alignment: { ...alignment(align), wrapText: level !== 1 },
  })),
);

/** The look of a heading's cells; level 1 is a little larger. */
export function headingStyle(level: 1 | 2 | 3, align: Align): CellStyle {
  return headings[level - 1]?.[align] ?? {};
}
