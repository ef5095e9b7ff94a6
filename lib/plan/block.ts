/** Rows and columns of texts, as spreadsheets put them on the clipboard. */
export type Block = readonly (readonly string[])[];

/**
 * Reads a block copied from Excel, LibreOffice or Google Sheets: tabs between cells, line breaks between rows,
 * and quotes around a cell that has either in it. Rows are filled up to the width of the longest.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const quoted = sign === '"' && cell === '' ? quotedAt(text, at) : null;
    if (quoted) {
      cell = quoted.content;
      at = quoted.end - 1;
    } else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  // What is copied ends with a line break.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** A block as spreadsheets read it from the clipboard. */
export function writeBlock(block: Block): string {
  return block.map(row => row.map(quoted).join('\t')).join('\n');
}

/** A cell in quotes that ends where a cell may end; a text that merely begins with a quote is none. */
function quotedAt(text: string, start: number): { content: string; end: number } | null {
  for (let at = text.indexOf('"', start + 1); at > 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1;
    else {
      const content = text.slice(start + 1, at);
      const isWhole = at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '');
      const needsQuotes = /[\t\r\n"]/.test(content);
      return isWhole && needsQuotes ? { content: content.replaceAll('""', '"'), end: at + 1 } : null;
    }
  }
  return null;
}

const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that no spreadsheet takes for a formula; the wide forms are formulas too in East Asian languages. */
export const inert = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** A block as a CSV file that an Indonesian Excel opens by itself. */
export function csvOf(block: Block): string {
  const cell = (text: string) => `"${inert(text).replaceAll('"', '""')}"`;
  return `\ufeff${block.map(row => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
