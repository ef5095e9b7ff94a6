import { type Cell, type CellValue, type Sheet as ReadSheet, readXlsx } from 'hucre/xlsx';
import type { Sheet, SheetCell } from '../sheet';
import { dateCell, emptyCell, errorCell, formulaCell, numberCell, textCell } from './cell-text';
import { limits } from './limits';
import { refusals } from './refusal';
import { Tally, trimmedSheet } from './tally';
import { workbookParts } from './workbook-parts';
import { surveyedSheet } from './workbook-survey';
import { walkXml, xmlText } from './xml';
import { storedZip, type ZipParts } from './zip-parts';

/**
 * The sheets of an Excel workbook. Its parts are inflated and looked through here; the library is given a new zip of
 * those that hold cells, so it meets no picture, chart, link, macro or empty styled cell.
 */
export async function workbookSheets(zip: ZipParts): Promise<{ sheets: Sheet[]; notes: string[] }> {
  const { sheets, texts, styles, frame, hasMacros } = workbookParts(zip);
  if (sheets.length > limits.sheets) throw refusals.tooManySheets(sheets.length);
  const tally = new Tally();
  const clean = new Map<string, Uint8Array>();
  const keep = (path: string, xml: string) => clean.set(path, new TextEncoder().encode(xml));
  for (const path of frame) keep(path, xmlText(zip.read(path)));
  if (styles) keep(styles, numberFormats(xmlText(zip.read(styles))));
  const told = texts ? xmlText(zip.read(texts)) : '';
  if (texts) keep(texts, told);
  const known = countTexts(told);
  for (const sheet of sheets) {
    if (sheet) keep(sheet.path, surveyedSheet(xmlText(zip.read(sheet.path)), sheet.name, known, tally));
  }
  const book = await read(storedZip(clean), sheets.map(Boolean));
  const notes = hasMacros ? ['Makro di berkas ini diabaikan; hanya isi selnya yang dibaca.'] : [];
  const opened = book.map(sheet => trimmedSheet(sheetOf(sheet, tally)));
  return {
    sheets: opened.map(({ sheet }) => sheet),
    notes: [...notes, ...opened.flatMap(each => each.notes)],
  };
}

async function read(bytes: Uint8Array, hasCells: boolean[]): Promise<ReadSheet[]> {
  try {
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      sheets: ({ index }) => hasCells[index] === true,
    });
    return sheets;
  } catch {
    throw refusals.damaged();
  }
}

function countTexts(xml: string): number {
  let count = 0;
  const open = (name: string) => {
    if (name === 'si') count += 1;
  };
  if (xml !== '') walkXml(xml, { open });
  return count;
}

/** Of the styles only what numbers look like; fonts and fills of every cell would fill the memory. */
function numberFormats(xml: string): string {
  return xml
    .replace(
      /<((?:\w+:)?)(fonts|fills|borders|dxfs|cellStyleXfs|cellStyles|colors|tableStyles|extLst)(?:\s[^>]*)?\/>/g,
      '',
    )
    .replace(
      /<((?:\w+:)?)(fonts|fills|borders|dxfs|cellStyleXfs|cellStyles|colors|tableStyles|extLst)[\s>][\s\S]*?<\/\1\2>/g,
      '',
    )
    .replace(/<((?:\w+:)?)(alignment|protection)\b[^>]*\/>/g, '');
}

function sheetOf({ name, rows, cells, merges = [], hidden, veryHidden }: ReadSheet, tally: Tally): Sheet {
  return {
    name,
    isHidden: hidden === true || veryHidden === true,
    rows: rows.map((row, at) =>
      row.map((value, column) =>
        value === null && !cells?.has(`${at},${column}`)
          ? emptyCell
          : tally.keep(sheetCell(value, cells?.get(`${at},${column}`))),
      ),
    ),
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      ...{ top: startRow, left: startCol, bottom: endRow, right: endCol },
    })),
  };
}

function sheetCell(value: CellValue, cell: Cell | undefined): SheetCell {
  const found = valueCell(value, cell);
  return cell?.formula === undefined ? found : formulaCell(found);
}

function valueCell(value: CellValue, cell: Cell | undefined): SheetCell {
  const format = cell?.style?.numFmt;
  if (value === null) return emptyCell;
  if (cell?.type === 'error') return errorCell(String(value));
  if (typeof value === 'number') return numberCell(value, format);
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (value instanceof Date) return dateCell(value, format);
  return textCell(String(value));
}
