import type { Sheet, SheetCell } from '../sheet';
import { dateCell, errorCell, formulaCell, numberCell, textCell } from './cell-text';
import { limits } from './limits';
import { refusals } from './refusal';
import { Tally, trimmedSheet } from './tally';
import { type Attributes, walkXml, xmlText } from './xml';
import type { ZipParts } from './zip-parts';

/**
 * The sheets of an OpenDocument spreadsheet. Read here, not by the library that reads workbooks: that one leaves out
 * grouped rows, and the formats of repeated cells and of cells that look like their column.
 */
export function documentSheets(zip: ZipParts): { sheets: Sheet[]; notes: string[] } {
  if (
    zip.has('META-INF/manifest.xml') &&
    /encryption-data/.test(xmlText(zip.read('META-INF/manifest.xml')))
  ) {
    throw refusals.locked();
  }
  const reader = new DocumentReader();
  // LibreOffice keeps the formats that it knows by itself beside the content.
  if (zip.has('styles.xml')) walkXml(xmlText(zip.read('styles.xml')), reader);
  walkXml(xmlText(zip.read('content.xml')), reader);
  if (reader.sheets.length > limits.sheets) throw refusals.tooManySheets(reader.sheets.length);
  const opened = reader.sheets.map(trimmedSheet);
  return { sheets: opened.map(({ sheet }) => sheet), notes: opened.flatMap(({ notes }) => notes) };
}

class DocumentReader {
  readonly sheets: Sheet[] = [];
  private readonly tally = new Tally();
  private readonly hiddenStyles = new Set<string>();
  /** What a number looks like, as a workbook would say it: `ymd`, `dm`, `%`. */
  private readonly formats = new Map<string, string>();
  private readonly cellStyles = new Map<string, string>();
  private style = '';
  private format = '';
  private isInBody = false;
  /** Inside of a comment, a drawing or a table of a table, whose text is not the cell's. */
  private aside = 0;
  private columns: { until: number; style: string }[] = [];
  private row: { cell: SheetCell; times: number }[] = [];
  private rowTimes = 1;
  private blankRows = 0;
  private filledRows = 0;
  private cell: { attributes: Attributes; paragraphs: string[]; column: number } | undefined;
  private column = 0;
  private sheet: Sheet | undefined;

  open = (name: string, attributes: Attributes): void => {
    if (!this.isInBody) this.openStyle(name, attributes);
    else if (this.aside > 0 || asides.has(name)) this.aside += 1;
    else if (this.cell) this.openInCell(name, attributes);
    else if (name === 'table') this.openSheet(attributes);
    else if (name === 'table-column') this.addColumns(attributes);
    else if (name === 'table-row') {
      this.row = [];
      this.column = 0;
      this.rowTimes = timesOf(attributes['number-rows-repeated']);
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = { attributes, paragraphs: [], column: this.column };
    }
  };

  text = (text: string): void => {
    if (!this.cell || this.aside > 0 || this.cell.paragraphs.length === 0) return;
    const last = this.cell.paragraphs.length - 1;
    this.cell.paragraphs[last] += text.replace(/\s+/g, ' ');
  };

  close = (name: string): void => {
    if (!this.isInBody) return;
    if (this.aside > 0) this.aside -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
    else if (name === 'table' && this.sheet) {
      this.sheets.push(this.sheet);
      this.sheet = undefined;
    }
  };

  private openStyle(name: string, attributes: Attributes): void {
    if (name === 'body') this.isInBody = true;
    if (/^(?:date|time|number|percentage|currency)-style$/.test(name)) {
      this.format = attributes.name ?? '';
      this.formats.set(this.format, name === 'percentage-style' ? '%' : '');
    }
    const shown = { year: 'y', month: 'm', day: 'd', hours: 'h' }[name];
    if (shown) this.formats.set(this.format, `${this.formats.get(this.format) ?? ''}${shown}`);
    if (name === 'style') {
      this.style = attributes.name ?? '';
      const format = attributes['data-style-name'];
      if (format) this.cellStyles.set(this.style, format);
    }
    if (name === 'table-properties' && attributes.display === 'false') this.hiddenStyles.add(this.style);
  }

  private openSheet(attributes: Attributes): void {
    const isHidden = this.hiddenStyles.has(attributes['style-name'] ?? '');
    this.sheet = { name: attributes.name ?? '', isHidden, rows: [], merges: [] };
    this.columns = [];
    this.blankRows = 0;
    this.filledRows = 0;
  }

  private addColumns(attributes: Attributes): void {
    const from = this.columns.at(-1)?.until ?? 0;
    const until = from + timesOf(attributes['number-columns-repeated']);
    this.columns.push({ until, style: attributes['default-cell-style-name'] ?? '' });
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (!this.cell) return;
    const { paragraphs } = this.cell;
    if (name === 'p') paragraphs.push('');
    const last = paragraphs.length - 1;
    if (name === 's') paragraphs[last] += ' '.repeat(Math.min(timesOf(attributes.c), limits.letters));
    if (name === 'tab') paragraphs[last] += '\t';
    if (name === 'line-break') paragraphs[last] += '\n';
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { attributes, paragraphs, column } = this.cell;
    const times = timesOf(attributes['number-columns-repeated']);
    const cell = this.cellOf(attributes, paragraphs.join('\n'), column);
    this.row.push({ cell, times });
    this.addMerge(attributes, column);
    this.column += times;
    this.cell = undefined;
  }

  private addMerge(attributes: Attributes, left: number): void {
    const width = timesOf(attributes['number-columns-spanned']);
    const height = timesOf(attributes['number-rows-spanned']);
    if (!this.sheet || (width === 1 && height === 1)) return;
    this.tally.addMerges(1);
    const top = this.sheet.rows.length + this.blankRows;
    this.sheet.merges.push({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }

  private cellOf(attributes: Attributes, text: string, column: number): SheetCell {
    const found = this.valueOf(attributes, text, column);
    return attributes.formula === undefined ? found : formulaCell(found);
  }

  private valueOf(attributes: Attributes, text: string, column: number): SheetCell {
    if (attributes['calcext:value-type'] === 'error') return errorCell(text || '#VALUE!');
    switch (attributes['value-type']) {
      case 'float':
      case 'currency':
        return numberCell(Number(attributes.value), this.formatOf(attributes, column));
      case 'percentage':
        return numberCell(Number(attributes.value), '0%');
      case 'boolean':
        return { text: attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
      case 'date': {
        const written = attributes['date-value'] ?? '';
        const isDay = /^\d{4}-\d\d-\d\d$/.test(written);
        return dateCell(new Date(isDay ? written : `${written}Z`), this.formatOf(attributes, column));
      }
      case 'time':
        return textCell(text);
      default:
        return textCell(text === '' ? (attributes['string-value'] ?? '') : text);
    }
  }

  private formatOf(attributes: Attributes, column: number): string | undefined {
    const style = attributes['style-name'] ?? this.columns.find(({ until }) => column < until)?.style ?? '';
    return this.formats.get(this.cellStyles.get(style) ?? '');
  }

  private closeRow(): void {
    const { sheet, row, rowTimes } = this;
    if (!sheet) return;
    while (row.length > 0 && isBlank(row.at(-1)?.cell)) row.pop();
    if (row.length === 0) {
      this.blankRows += rowTimes;
      return;
    }
    const width = row.reduce((sum, { times }) => sum + times, 0);
    if (width > limits.columns) throw refusals.tooManyColumns(sheet.name, width);
    this.filledRows += rowTimes;
    const last = sheet.rows.length + this.blankRows + rowTimes;
    if (this.filledRows > limits.rows) throw refusals.tooManyRows(sheet.name, this.filledRows);
    if (last > limits.lastRow) throw refusals.tooFarDown(sheet.name, last);
    for (; this.blankRows > 0; this.blankRows -= 1) sheet.rows.push([]);
    for (let time = 0; time < rowTimes; time += 1) {
      sheet.rows.push(
        row.flatMap(({ cell, times }) => Array.from({ length: times }, () => this.tally.keep(cell))),
      );
    }
  }
}

const asides = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'detective',
  'dde-link',
  'tracked-changes',
]);

const isBlank = (cell: SheetCell | undefined) => cell === undefined || (cell.kind === 'empty' && !cell.note);

function timesOf(text: string | undefined): number {
  const times = Number(text ?? 1);
  return Number.isInteger(times) && times > 0 ? Math.min(times, 2 ** 24) : 1;
}
