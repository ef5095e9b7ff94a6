import type { Row, TableDocument, Value } from './document';

/**
 * The document without the characters that no office file can hold: controls other than tab and line break,
 * and halves of a surrogate pair, which become U+FFFD. Everything else is kept as it was typed.
 */
export function plainDocument(document: TableDocument): TableDocument {
  const { title, facts, columns, rows, notes, footer, sheets, standing } = document;
  return {
    ...document,
    title: plain(title),
    ...(standing ? { standing: plain(standing) } : {}),
    facts: facts.map(({ label, value }) => ({ label: plain(label), value: plain(value) })),
    columns: columns.map(column => ({ ...column, label: plain(column.label) })),
    rows: rows.map(plainRow),
    notes: notes.map(plain),
    footer: plain(footer),
    ...(sheets ? { sheets: sheets.map(plainDocument) } : {}),
  };
}

/** The same for whatever holds texts, however deep. */
export function plainTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return plain(value) as Value;
  if (Array.isArray(value)) return value.map(plainTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainTexts(part)])) as Value;
}

function plainRow(row: Row): Row {
  if (row.kind === 'record') return { kind: 'record', cells: row.cells.map(plainValue) };
  const { text, aside, cells } = row;
  return {
    ...row,
    text: plain(text),
    ...(aside === undefined ? {} : { aside: plain(aside) }),
    ...(cells === undefined ? {} : { cells: cells.map(plainValue) }),
  };
}

function plainValue(value: Value): Value {
  return typeof value === 'string' ? plain(value) : value;
}

const unfit = /[^\t\n\x20-\x7e\xa0-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function plain(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.replace(unfit, character => (/\p{Cs}/u.test(character) ? '\ufffd' : ''));
}
