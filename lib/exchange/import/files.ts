import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { TableDocument } from '@/lib/books/document';
import type { Kind } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { renderDocument } from '@/lib/server/documents/ask';
import type { DownloadFile } from '../read';
import { getRest } from './import-view';
import { templateDocument } from './template';

/** An empty workbook for one kind of item. */
export async function drawTemplate(_actor: Actor, kind: Kind, frame: PlanFrame): Promise<DownloadFile> {
  return workbook(`templat-${kind.slug}.xlsx`, templateDocument(kind, frame));
}

/** The rows of an import that could not be applied; null when there are none. */
export async function drawRest(actor: Actor, frame: PlanFrame, id: string): Promise<DownloadFile | null> {
  const rest = await getRest(actor, frame, id);
  return rest && workbook('sisa-impor.xlsx', rest);
}

async function workbook(fileName: string, document: TableDocument): Promise<DownloadFile> {
  const content = await renderDocument('xlsx', document, () => {});
  return { format: 'xlsx', fileName, content: new Uint8Array(content) };
}
