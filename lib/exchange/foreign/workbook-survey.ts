import { limits } from './limits';
import { refusals } from './refusal';
import type { Tally } from './tally';

/** A sheet's XML without the cells that hold nothing but a look, counted before anything is made of it. */
export function surveyedSheet(xml: string, name: string, texts: number, tally: Tally): string {
  const hasPlaces = !/<(?:\w+:)?(?:c|row)(?=[\s>/])(?![^>]*\sr=)/.test(xml);
  const lean = hasPlaces
    ? xml.replace(/<(?:\w+:)?c\s[^>]*\/>|<(\w+:)?c\s[^>]*><\/\1?c>|<(?:\w+:)?row\s[^>]*\/>/g, '')
    : xml;
  let [row, column, rows, lastRow, lastColumn, cells, merges] = [0, 0, 0, 0, 0, 0, 0];
  let isRowCounted = false;
  for (const [, tag, inner = ''] of lean.matchAll(/<(?:\w+:)?(row|c|mergeCell)(?=[\s>/])([^>]*)>/g)) {
    const place = /\sr=["']([A-Z]*)(\d+)["']/i.exec(inner);
    if (tag === 'mergeCell') merges += 1;
    else if (tag === 'row') {
      row = place ? Number(place[2]) : row + 1;
      column = 0;
      isRowCounted = false;
    } else {
      column = place ? columnOf(place[1] ?? '') : column + 1;
      if (place) row = Number(place[2]);
      if (inner.endsWith('/')) continue;
      cells += 1;
      if (!isRowCounted) rows += 1;
      isRowCounted = true;
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  if (rows > limits.rows) throw refusals.tooManyRows(name, rows);
  if (lastRow > limits.lastRow) throw refusals.tooFarDown(name, lastRow);
  if (lastColumn > limits.columns) throw refusals.tooManyColumns(name, lastColumn);
  if (cells > limits.cells) throw refusals.tooManyCells(cells);
  tally.addMerges(merges);
  refuseLostTexts(lean, name, texts);
  return lean;
}

/** A cell that points at a text which is not there would be read as empty. */
function refuseLostTexts(xml: string, name: string, texts: number): void {
  const pointing =
    /<(?:\w+:)?c\s(?:[^>]*\s)?t=["']s["'][^>]*>(?:<(?:\w+:)?f[\s>][\s\S]*?<\/(?:\w+:)?f>)?\s*<(?:\w+:)?v>([^<]*)</g;
  for (const [cell, index = ''] of xml.matchAll(pointing)) {
    if (/^\s*\d+\s*$/.test(index) && Number(index) < texts) continue;
    throw refusals.lostText(name, /\sr=["']([^"']*)["']/.exec(cell)?.[1] ?? '?');
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
