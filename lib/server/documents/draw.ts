import { isProse, type PrintedDocument } from '../../books/text-document';
import type { Format } from '../../exchange/schema';

/**
 * The bytes of a document in a format, telling its stages in words. Libraries are loaded when first needed:
 * this is called in a worker only, and one that prints never reads spreadsheets.
 */
export async function draw(
  format: Format,
  document: PrintedDocument,
  onStage: (stage: string) => void,
): Promise<Uint8Array> {
  onStage(format === 'pdf' || format === 'docx' ? 'menata halaman' : 'menyusun baris');
  if (isProse(document)) {
    if (format === 'pdf') return (await import('../../books/text-pdf')).textPdf(document);
    if (format === 'docx') return (await import('../../books/text-word')).textWord(document);
    throw new Error(`prose is not drawn as ${format}`);
  }
  switch (format) {
    case 'xlsx':
      return (await import('../../exchange/workbook')).tableWorkbook(document);
    case 'csv':
      return (await import('../../exchange/csv')).tableCsv(document);
    case 'pdf':
      return (await import('../../books/pdf')).tablePdf(document);
    case 'docx':
      return (await import('../../books/word')).tableWord(document);
  }
}
