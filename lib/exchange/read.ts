import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Format } from './schema';

/** A file that somebody asked for. */
export type DownloadView = {
  id: string;
  title: string;
  format: Format;
  revision: number;
  state: 'running' | 'ready' | 'failed';
  /** What is being done, or why it failed, in words. */
  stage: string;
  at: string;
};

/** A file that has been in the making for so long was lost with the process that made it. */
export const lostMs = 5 * 60_000;

/** The actor's own files, newest first; nobody sees another's. */
export async function listDownloads({ regionId, userId }: Actor): Promise<DownloadView[]> {
  const rows = await database(regionId).download.findMany({
    where: { regionId, userId },
    orderBy: { createdAt: 'desc' },
    select: {
      ...{ id: true, title: true, format: true, revision: true, state: true, stage: true, createdAt: true },
    },
  });
  return rows.map(({ createdAt, format, state, stage, ...row }) => {
    const isLost = state === 'running' && Date.now() - createdAt.getTime() > lostMs;
    return {
      ...{ ...row, format: format as Format, at: createdAt.toISOString() },
      ...(isLost ? { state: 'failed', stage: 'Terhenti di tengah jalan. Unduh lagi.' } : { state, stage }),
    };
  });
}

export type DownloadFile = { format: Format; fileName: string; content: Uint8Array<ArrayBuffer> };

/** One of the actor's own files, when it is ready. */
export async function getDownload({ regionId, userId }: Actor, id: string): Promise<DownloadFile | null> {
  const row = await database(regionId).download.findFirst({
    where: { regionId, userId, id, state: 'ready' },
    select: { format: true, fileName: true, content: true },
  });
  return row?.content ? { ...row, format: row.format as Format, content: row.content } : null;
}

/** The newest file that already says the same: same address, same revision, same eyes. */
export async function findDownload(
  { regionId, userId }: Actor,
  same: { query: string; format: Format; revision: number; reach: string },
): Promise<DownloadFile | null> {
  const row = await database(regionId).download.findFirst({
    where: { regionId, userId, ...same, state: 'ready' },
    orderBy: { createdAt: 'desc' },
    select: { format: true, fileName: true, content: true },
  });
  return row?.content ? { ...row, format: row.format as Format, content: row.content } : null;
}
