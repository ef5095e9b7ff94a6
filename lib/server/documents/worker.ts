import type { Row, TableDocument } from '../../books/document';
import type { Format } from '../../exchange/schema';
import { draw } from './draw';

/** What the pool sends: a document in pieces, since a long one sent at once would hold up every request. */
export type Order =
  | { kind: 'begin'; format: Format; document: Omit<TableDocument, 'rows'> }
  | { kind: 'rows'; rows: readonly Row[] }
  | { kind: 'draw' };

/** What comes back: stages, then the bytes or the reason why there are none. */
export type Answer =
  | { kind: 'stage'; stage: string }
  | { kind: 'done'; content: Uint8Array }
  | { kind: 'failed'; reason: string };

let begun: { format: Format; document: Omit<TableDocument, 'rows'> } | undefined;
let rows: Row[] = [];

process.on('message', (order: Order) => {
  if (order.kind === 'begin') begun = order;
  else if (order.kind === 'rows') rows = rows.concat(order.rows);
  else void answer();
});

async function answer(): Promise<void> {
  if (!begun) return;
  const { format, document } = begun;
  const whole = { ...document, rows };
  begun = undefined;
  rows = [];
  try {
    const content = await draw(format, whole, stage => say({ kind: 'stage', stage }));
    say({ kind: 'stage', stage: 'menulis berkas' });
    say({ kind: 'done', content });
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function say(message: Answer): void {
  process.send?.(message);
}

// The program is gone, and with it whoever wanted the file.
process.on('disconnect', () => process.exit());
