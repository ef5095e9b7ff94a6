import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import { isProse, type PrintedDocument } from '@/lib/books/text-document';
import { database } from '@/lib/database/client';
import { renderDocument } from '@/lib/server/documents/ask';
import { log } from '@/lib/server/log';
import { type DownloadFile, findDownload, lostMs } from './read';
import type { Format } from './schema';

export type Wanted = {
  format: Format;
  /** The address it was asked at, which with revision and reach says what is in it. */
  query: string;
  revision: number;
  reach: string;
  planId: string;
};

const patienceMs = 2_000;
const keptMs = 7 * 24 * 60 * 60_000;
const mostRunning = 4;
const mostKept = 20;

/**
 * The file at once when it is quickly made or was made before; else null, and it waits in *Unduhan*.
 * It is made outside the request; whoever asked may leave.
 */
export async function makeDownload(
  actor: Actor,
  wanted: Wanted,
  draw: () => PrintedDocument,
): Promise<DownloadFile | null> {
  const { format, query, revision, reach } = wanted;
  const made = await findDownload(actor, { format, query, revision, reach });
  if (made) return made;
  if (await isWaitedFor(actor, { format, query, revision, reach })) return null;
  const document = draw();
  const job = run(actor, await begin(actor, wanted, document), format, document);
  const slow = new Promise<null>(resolve => setTimeout(resolve, patienceMs, null));
  return Promise.race([job, slow]);
}

/** Whether the same is being made already, or as many others as one person may have in the making. */
async function isWaitedFor(
  { regionId, userId }: Actor,
  { format, query, revision, reach }: Omit<Wanted, 'planId'>,
): Promise<boolean> {
  const running = await database(regionId).download.findMany({
    where: { regionId, userId, state: 'running', createdAt: { gt: new Date(Date.now() - lostMs) } },
    select: { format: true, query: true, revision: true, reach: true },
  });
  const isSame = (row: (typeof running)[number]) =>
    row.format === format && row.query === query && row.revision === revision && row.reach === reach;
  return running.length >= mostRunning || running.some(isSame);
}

type Begun = { id: string; fileName: string };

async function begin(
  { regionId, userId }: Actor,
  { format, query, revision, reach, planId }: Wanted,
  document: PrintedDocument,
): Promise<Begun> {
  const { title, name } = document;
  const facts = isProse(document) ? [] : document.facts;
  const db = database(regionId);
  await forgetOld(regionId, userId);
  const begun = { id: randomUUID(), fileName: `${name}-revisi-${revision}.${format}` };
  const asked = facts.find(({ label }) => label === 'Saringan')?.value;
  await db.download.create({
    data: {
      ...{ regionId, userId, planId, format, query, revision, reach, ...begun },
      ...{ title: asked ? `${title} (${asked})` : title, stage: 'menunggu giliran', createdAt: new Date() },
    },
  });
  return begun;
}

async function forgetOld(regionId: string, userId: string): Promise<void> {
  const db = database(regionId);
  const over = await db.download.findMany({
    where: { regionId, userId },
    orderBy: { createdAt: 'desc' },
    skip: mostKept - 1,
    select: { id: true },
  });
  const old = { createdAt: { lt: new Date(Date.now() - keptMs) } };
  await db.download.deleteMany({
    where: { regionId, userId, OR: [old, { id: { in: over.map(({ id }) => id) } }] },
  });
}

/** Makes the file and keeps it, telling its stages on the way; a failure is kept in words too. */
async function run(
  { regionId }: Actor,
  { id, fileName }: Begun,
  format: Format,
  document: PrintedDocument,
): Promise<DownloadFile | null> {
  const note = (data: object) =>
    database(regionId)
      .download.update({ where: { regionId_id: { regionId, id } }, data })
      .catch(error => log.warn({ err: error, id }, 'a download could not be noted'));
  try {
    const content = new Uint8Array(await renderDocument(format, document, stage => void note({ stage })));
    await note({ state: 'ready', stage: 'siap', content, finishedAt: new Date() });
    return { format, fileName, content };
  } catch (error) {
    log.error({ err: error, id }, 'a download failed');
    const stage = 'Berkas belum dapat dibuat. Coba lagi; bila berulang, hubungi sekretariat.';
    await note({ state: 'failed', stage, finishedAt: new Date() });
    return null;
  }
}
