import type { TableDocument } from '@/lib/books/document';
export async function renderDocument(
  format: string,
  document: TableDocument,
  onStage: (s: string) => void,
): Promise<Uint8Array> {
  throw new Error('later');
}
