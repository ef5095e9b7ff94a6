import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { bodyOf } from '@/lib/plan/log/body';
import { newerThan } from '@/lib/plan/log/newer';
import type { Newer } from '@/lib/plan/merge';
import { fieldOfPath } from '@/lib/plan/paths';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { ofSheet } from './by-sheet';
import { type Content, unpacked } from './content';
import { dryRun, oldVersions } from './dry-run';
import type { Answers, DryRunInput } from './ground';
import type { DryRun } from './report';
import { type KeptReading, type KeptResults, keptAnswers, keptReading, keptResults } from './schema';
import { sealOf } from './seal';

export const keptDays = 30;
const keptSince = () => new Date(Date.now() - keptDays * 24 * 60 * 60_000);

/** An import in the list of whoever made it. */
export type ImportLine = { id: string; fileName: string; at: string; appliedAt: string | null };

/** The actor's own imports, newest first; nobody sees another's. */
export async function listImports({ regionId, userId }: Actor): Promise<ImportLine[]> {
  const rows = await database(regionId).import.findMany({
    where: { regionId, userId, createdAt: { gt: keptSince() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, fileName: true, createdAt: true, appliedAt: true },
  });
  return rows.map(({ id, fileName, createdAt, appliedAt }) => ({
    ...{ id, fileName, at: createdAt.toISOString() },
    appliedAt: appliedAt?.toISOString() ?? null,
  }));
}

export type StoredImport = {
  id: string;
  fileName: string;
  at: string;
  content: Content;
  /** null until a head was found or chosen. */
  reading: KeptReading | null;
  /** Answers and results of the sheet that is read. */
  answers: Answers;
  results: KeptResults;
  /** Those of all sheets, as they are stored. */
  kept: { answers: Answers; results: KeptResults; written: unknown };
};

/** One of the actor's own imports with its sheets; null when there is none of this id. */
export async function getImport({ regionId, userId }: Actor, id: string): Promise<StoredImport | null> {
  const row = await database(regionId).import.findFirst({
    where: { regionId, userId, id, createdAt: { gt: keptSince() } },
    select: { fileName: true, createdAt: true, content: true, reading: true, answers: true, results: true },
  });
  if (!row) return null;
  const none = { cells: {}, departments: {}, clashes: {} };
  const reading = keptReading.safeParse(row.reading).data ?? null;
  const answers = keptAnswers.safeParse(row.answers).data ?? none;
  const results = keptResults.safeParse(row.results).data ?? {};
  const sheet = reading?.sheet ?? 0;
  return {
    ...{ id, fileName: row.fileName, at: row.createdAt.toISOString() },
    content: await unpacked(row.content),
    reading,
    answers: { ...answers, cells: ofSheet(sheet, answers.cells) },
    results: ofSheet(sheet, results),
    kept: { answers, results, written: row.answers },
  };
}

/** What the columns of tables with these heads meant to this person the last time. */
export async function recallColumns(
  { regionId, userId }: Actor,
  signature: string,
): Promise<string[] | null> {
  const row = await database(regionId).importColumns.findUnique({
    where: { regionId_userId_signature: { regionId, userId, signature: sealOf(signature) } },
    select: { meanings: true },
  });
  const meanings = row?.meanings;
  return Array.isArray(meanings) ? meanings.filter(one => typeof one === 'string') : null;
}

/** Names that were said in this region to mean a department, or none (''). */
export async function recallDepartments({ regionId }: Actor): Promise<Record<string, string>> {
  const rows = await database(regionId).departmentName.findMany({
    where: { regionId },
    select: { key: true, departmentId: true },
    orderBy: { at: 'desc' },
    take: 5_000,
  });
  return Object.fromEntries(rows.map(({ key, departmentId }) => [key, departmentId ?? '']));
}

/** A dry run on the plan as it stands, with a seal over all that it would write. */
export type SealedRun = DryRun & { seal: string; departmentsKnown: Record<string, string> };

/** Holds an import against the plan as it stands; nothing is written. Others are let in between. */
export async function getDryRun(
  actor: Actor,
  frame: PlanFrame,
  stored: StoredImport,
  reading: KeptReading,
): Promise<SealedRun | null> {
  const sheet = stored.content.sheets[reading.sheet];
  if (!sheet) return null;
  const image = await getImage(actor, frame);
  const remembered = await recallDepartments(actor);
  const answers = { ...stored.answers, departments: { ...remembered, ...stored.answers.departments } };
  const head = { row: reading.headRow, rows: reading.headRows };
  const base = { sheet, head, meanings: reading.meanings, answers };
  const versions = new Map(image.items.map(({ id, version }) => [id, version]));
  const input: DryRunInput = {
    ...base,
    ...{ importId: stored.id, sheetIndex: reading.sheet },
    defaults: { dimensionId: reading.dimensionId, departmentId: reading.departmentId },
    view: {
      ...{ region: frame.region.name, plan: frame.plan, items: image.items, dimensions: frame.dimensions },
      ...{ subdimensions: frame.subdimensions },
      departments: frame.departments.map(one => ({ ...one, label: frame.departmentCode(one.id) })),
    },
    rights: {
      create: departmentId => can.create(actor, departmentId),
      own: item => can.own(actor, item),
      edit: item => can.edit(actor, item) && !frame.isLocked,
    },
    newer: await listNewer(
      actor,
      stored,
      oldVersions(base, id => versions.get(id)),
    ),
  };
  const steps = dryRun(input);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const run = withoutDone(step.value, begunBy(stored));
      return { ...run, seal: sealOf(JSON.stringify(run.changes)), departmentsKnown: answers.departments };
    }
    await setImmediate();
  }
}

/** Items that this import wrote. */
const begunBy = ({ kept }: StoredImport) =>
  new Set(Object.values(kept.results).flatMap(({ isDone, itemId }) => (isDone ? itemId : [])));

/** What this import began and somebody put away since is not begun again by pressing once more. */
function withoutDone(run: DryRun, begun: ReadonlySet<string>): DryRun {
  const isDone = ({ outcome, itemId }: DryRun['rows'][number]) =>
    outcome === 'create' && begun.has(itemId ?? '');
  const done = run.rows.filter(isDone);
  if (done.length === 0) return run;
  const keys = new Set(done.map(({ row, part }) => `${row}.${part}`));
  const reason = 'Sudah diterapkan dari berkas ini, lalu diarsipkan. Pulihkan dari arsip bila perlu.';
  return {
    ...run,
    rows: run.rows.map(row =>
      isDone(row)
        ? {
            ...row,
            outcome: 'same',
            findings: [...row.findings, { level: 'note', column: null, reason, remedy: '' }],
          }
        : row,
    ),
    counts: {
      ...run.counts,
      ...{ create: run.counts.create - done.length, same: run.counts.same + done.length },
    },
    changes: run.changes.filter(({ row, part }) => !keys.has(`${row}.${part}`)),
  };
}

/**
 * Fields that were changed since the versions named, but for what this same import changed last; and, of what it
 * wrote without any version, those that were changed after it.
 */
async function listNewer(
  { regionId }: Actor,
  stored: StoredImport,
  old: ReadonlyMap<string, number>,
): Promise<Map<string, Record<string, Newer>>> {
  const newer = new Map<string, Record<string, Newer>>();
  const ids = new Set([...old.keys(), ...begunBy(stored)]);
  if (ids.size === 0) return newer;
  const events = await database(regionId).event.findMany({
    where: { regionId, subjectType: 'item', subjectId: { in: [...ids] } },
    orderBy: { revision: 'asc' },
    select: { body: true, subjectId: true, mutationId: true },
  });
  const byItem = new Map<string, typeof events>();
  for (const event of events) {
    const list = byItem.get(event.subjectId);
    if (list) list.push(event);
    else byItem.set(event.subjectId, [event]);
  }
  const isOwn = (mutationId: string | undefined) => mutationId?.startsWith(`${stored.id}.`) === true;
  for (const id of ids) {
    const own = byItem.get(id) ?? [];
    const version = old.get(id) ?? own.findLastIndex(({ mutationId }) => isOwn(mutationId)) + 1;
    if (version === 0) continue;
    const last = new Map<string, string>();
    for (const { body, mutationId } of own.slice(version)) {
      for (const { path } of bodyOf({ body }).changes) last.set(fieldOfPath(path), mutationId);
    }
    const fields = Object.entries(newerThan(own, version)).filter(([field]) => !isOwn(last.get(field)));
    newer.set(id, Object.fromEntries(fields));
  }
  return newer;
}
