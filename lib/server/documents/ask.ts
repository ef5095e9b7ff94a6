import type { PrintedDocument } from '@/lib/books/text-document';
import type { Format } from '@/lib/exchange/schema';
import type { OpenedFile } from '@/lib/exchange/sheet';
import type { DocumentPool } from './pool';
import { slot } from './slot';

/**
 * The bytes of a document, made by a worker of the program; a process that was not started by it (a test)
 * starts workers of its own. Rejects when the render fails, crashes or takes longer than two minutes.
 */
export async function renderDocument(
  format: Format,
  document: PrintedDocument,
  onStage: (stage: string) => void,
): Promise<Uint8Array> {
  return (slot.rembugDocuments ?? (await ownPool())).render(format, document, onStage);
}

/**
 * A foreign file as sheets, read by a worker of its own, so that a hostile one holds up no file that is drawn.
 * Rejects when the reader dies or takes longer than half a minute.
 */
export async function readForeign(content: Uint8Array, fileName: string): Promise<OpenedFile> {
  return (slot.rembugReader ?? (await ownReader())).open(content, fileName);
}

async function ownPool(): Promise<DocumentPool> {
  // Left out of the bundle: there, the program has always been first.
  const { documentPool } = await import(/* turbopackIgnore: true */ './pool');
  slot.rembugDocuments ??= documentPool();
  return slot.rembugDocuments;
}

async function ownReader(): Promise<DocumentPool> {
  const { readerPool } = await import(/* turbopackIgnore: true */ './pool');
  slot.rembugReader ??= readerPool();
  return slot.rembugReader;
}
