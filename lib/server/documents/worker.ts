import type { Row, TableDocument } from '../../books/document';
import { isProse, type TextDocument } from '../../books/text-document';
import type { Format } from '../../exchange/schema';
import type { OpenedFile, SheetCell } from '../../exchange/sheet';
import { draw } from './draw';

/** What begins an order: prose whole, of a table all but its rows. */
type Begun = { format: Format; document: Omit<TableDocument, 'rows'> | TextDocument };

/** What the pool sends: a document in pieces, since a long one sent at once would hold up every request. */
export type Order =
  | ({ kind: 'begin' } & Begun)
  | { kind: 'rows'; rows: readonly Row[] }
  | { kind: 'draw' }
  | { kind: 'open'; content: Uint8Array; fileName: string };

/** What comes back: stages or rows, then the bytes, the file opened, or the reason why there is nothing. */
export type Answer =
  | { kind: 'stage'; stage: string }
  | { kind: 'done'; content: Uint8Array }
  | { kind: 'read'; sheet: number; rows: SheetCell[][] }
  | { kind: 'opened'; file: OpenedFile }
  | { kind: 'failed'; reason: string };

const rowsAtOnce = 200;

let begun: Begun | undefined;
let rows: Row[] = [];

process.on('message', (order: Order) => {
  if (order.kind === 'begin') begun = order;
  else if (order.kind === 'rows') rows = rows.concat(order.rows);
  else if (order.kind === 'open') void open(order.content, order.fileName);
  else void answer();
});

async function open(content: Uint8Array, fileName: string): Promise<void> {
  try {
    const { readFile } = await import('../../exchange/foreign/read-file');
    const file = await readFile(content, fileName);
    if (!file.ok) return say({ kind: 'opened', file });
    for (const [sheet, { rows }] of file.sheets.entries()) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        await send({ kind: 'read', sheet, rows: rows.slice(from, from + rowsAtOnce) });
      }
    }
    const sheets = file.sheets.map(sheet => ({ ...sheet, rows: [] }));
    say({ kind: 'opened', file: { ...file, sheets } });
  } catch (error) {
    fail(error);
  }
}

async function answer(): Promise<void> {
  if (!begun) return;
  const { format, document } = begun;
  const whole = isProse(document) ? document : { ...document, rows };
  begun = undefined;
  rows = [];
  try {
    const content = await draw(format, whole, stage => say({ kind: 'stage', stage }));
    say({ kind: 'stage', stage: 'menulis berkas' });
    say({ kind: 'done', content });
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  say({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

function say(message: Answer): void {
  process.send?.(message);
}

// One piece waits for the one before it to be taken, so that the program is never handed a heap at once.
const send = (message: Answer) => new Promise(taken => process.send?.(message, taken));

// The program is gone, and with it whoever wanted the file.
process.on('disconnect', () => process.exit());
