import type { TableDocument } from '@/lib/books/document';
import type { Format } from '@/lib/exchange/schema';
import type { DocumentPool } from './pool';
import { slot } from './slot';

/**
 * The bytes of a document, made by a worker of the program; a process that was not started by it (a test)
 * starts workers of its own. Rejects when the render fails, crashes or takes longer than two minutes.
 */
export async function renderDocument(
  format: Format,
  document: TableDocument,
  onStage: (stage: string) => void,
): Promise<Uint8Array> {
  return (slot.rembugDocuments ?? (await ownPool())).render(format, document, onStage);
}

async function ownPool(): Promise<DocumentPool> {
  // Left out of the bundle: there, the program has always been first.
  const { documentPool } = await import(/* turbopackIgnore: true */ './pool');
  slot.rembugDocuments ??= documentPool();
  return slot.rembugDocuments;
}
