import 'server-only';
import { readForeign } from '@/lib/server/documents/ask';
import { log } from '@/lib/server/log';
import { limits } from './foreign/limits';
import { readingFailed, refusals } from './foreign/refusal';
import type { OpenedFile } from './sheet';

/**
 * A foreign workbook (xlsx, xlsm without its macros, ods) or table text (csv, tsv) as sheets, read in a process of its
 * own with bounded memory and time. What cannot be read is one sentence that says why and what to do. Equal cells
 * may be one object, so none may be changed. Never rejects because of the file.
 */
export async function openSpreadsheet(bytes: Uint8Array, fileName: string): Promise<OpenedFile> {
  if (bytes.length > limits.fileBytes) return { ok: false, message: refusals.tooLarge(bytes.length).message };
  try {
    return await readForeign(bytes, fileName.slice(-200));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    log.warn({ err: error, bytes: bytes.length }, 'a foreign file could not be read');
    return { ok: false, message: message === readingFailed.tooSlow ? message : readingFailed.died };
  }
}
