import type { CellStyle } from 'hucre/xlsx';

const start = { alignment: { vertical: 'top', wrapText: true } } as const;
const end = {
  alignment: { vertical: 'top', horizontal: 'right', wrapText: true },
  numFmt: '#,##0',
} as const;
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const head = { font: { bold: true }, fill: fill('E7E7E7'), border: { bottom: { style: 'thin' } } } as const;
const heading = { font: { bold: true }, fill: fill('F6F6F6') } as const;

/** How the cells of a workbook look, by what they are. */
export const styles = {
  title: { font: { bold: true, size: 14 } },
  label: { font: { color: { rgb: '595959' } } },
  fact: {},
  note: { alignment: { vertical: 'top', wrapText: true } },
  start,
  end,
  head: {
    start: { ...head, alignment: { vertical: 'center', wrapText: true } },
    end: { ...head, alignment: { vertical: 'center', horizontal: 'right', wrapText: true } },
  },
  heading: {
    start: { ...heading, alignment: start.alignment },
    end: { ...heading, alignment: end.alignment },
    across: { ...heading, alignment: { vertical: 'top' } },
  },
  /** A bar in the colour of a dimension (#rrggbb); any other spelling gives none. */
  withBar(style: CellStyle, colour: string): CellStyle {
    const rgb = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
    return rgb ? { ...style, border: { left: { style: 'thick', color: { rgb } } } } : style;
  },
} as const;
