import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Prisma } from '@/lib/database/generated/client';
import type { Outcome } from '@/lib/plan/outcome';
import { lockedWords } from '@/lib/plan/outcome';
import { getFrame } from '@/lib/plan/read/frame';
import type { Change } from '@/lib/plan/schema';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { openSpreadsheet } from '../open-spreadsheet';
import { keyedBySheet, ofSheet } from './by-sheet';
import { chooseSheet, readingOf } from './choose-reading';
import { signatureOf } from './columns';
import { packed } from './content';
import type { Answers } from './ground';
import { getDryRun, getImport, keptDays, recallColumns, type StoredImport } from './read';
import type { PlannedChange } from './report';
import { type AnswerForm, fileLimit, type KeptReading, type KeptResults, type ReadingForm } from './schema';
import { sealOf } from './seal';

/** What became of a request; a value, with a sentence when nothing was done. */
export type Done =
  | { ok: true; message: string }
  | { ok: false; reason: 'missing' | 'denied' | 'invalid' | 'locked' | 'conflict'; message: string };

type No = Extract<Done, { ok: false }>;
const no = (reason: No['reason'], message: string): No => ({ ok: false, reason, message });
const gone = () => no('missing', 'Impor ini tidak ada lagi. Unggah berkasnya sekali lagi.');
const mayNotMessage = 'Impor dipakai OPD yang mengisi rencana. Anda tidak mengisi untuk OPD mana pun.';
const mostKept = 30;

/** Opens a file and keeps it for its owner to look through. Nothing of the plan is written. */
export async function openImport(
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
): Promise<{ ok: true; id: string } | No> {
  if (!can.draft(actor)) return no('denied', mayNotMessage);
  if (file.bytes.length === 0) return no('invalid', 'Pilih berkas xlsx, csv, atau ods dulu.');
  if (file.bytes.length > fileLimit)
    return no('invalid', 'Berkas paling besar 5 MB. Simpan lembar yang perlu saja, lalu unggah lagi.');
  const opened = await openSpreadsheet(file.bytes, file.name);
  if (!opened.ok) return no('invalid', opened.message);
  const { plan } = await getFrame(actor);
  const sheet = chooseSheet(opened.sheets, plan);
  const { labels, ...found } = readingOf(opened.sheets, plan, { sheet });
  const known = await recallColumns(actor, signatureOf(labels));
  const reading: KeptReading = {
    ...found,
    meanings: known?.length === found.meanings.length ? known : found.meanings,
    ...{ dimensionId: null, departmentId: onlyDepartment(actor) },
  };
  const id = randomUUID();
  await forgetOld(actor);
  const { regionId, userId } = actor;
  await database(regionId).import.create({
    data: {
      ...{ regionId, id, userId, format: opened.format, createdAt: new Date() },
      fileName: nameOf(file.name),
      content: await packed(opened),
      ...{ reading, answers: {}, results: {} },
    },
  });
  return { ok: true, id };
}

const nameOf = (name: string) =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200) || 'berkas';

/** The department of who drafts for one only. */
function onlyDepartment(actor: Actor): string | null {
  const own = [...new Set(actor.grants.flatMap(({ departmentId }) => departmentId ?? []))].filter(id =>
    can.create(actor, id),
  );
  return own.length === 1 ? (own[0] ?? null) : null;
}

async function forgetOld({ regionId, userId }: Actor): Promise<void> {
  const db = database(regionId);
  const over = await db.import.findMany({
    where: { regionId, userId },
    orderBy: { createdAt: 'desc' },
    skip: mostKept - 1,
    select: { id: true },
  });
  const old = { createdAt: { lt: new Date(Date.now() - keptDays * 24 * 60 * 60_000) } };
  await db.import.deleteMany({
    where: { regionId, OR: [old, { userId, id: { in: over.map(({ id }) => id) } }] },
  });
}

/** Says which sheet, heads and columns are meant. Another sheet or head is recognised anew. */
export async function setReading(actor: Actor, form: ReadingForm): Promise<Done> {
  const stored = can.draft(actor) ? await getImport(actor, form.id) : null;
  if (!stored) return gone();
  const { plan, dimensions, departments } = await getFrame(actor);
  const { sheets } = stored.content;
  const { sheet, headRow, headRows, dimensionId, departmentId } = form;
  const isSame = [stored.reading?.sheet, stored.reading?.headRow, stored.reading?.headRows].every(
    (value, index) => value === [sheet, headRow, headRows][index],
  );
  const isOther = stored.reading?.sheet !== sheet;
  const found = readingOf(sheets, plan, {
    sheet,
    ...(isOther ? {} : { head: { row: headRow, rows: headRows } }),
  });
  const { labels, ...fresh } = found;
  const signature = signatureOf(labels);
  const chosen = isSame
    ? (stored.reading?.meanings ?? fresh.meanings)
    : ((await recallColumns(actor, signature)) ?? fresh.meanings);
  const meanings = fresh.meanings.map((meaning, column) => chosen[column] ?? meaning);
  if (isSame)
    for (const [column, meaning] of form.meanings) if (column < meanings.length) meanings[column] = meaning;
  const reading: KeptReading = {
    ...fresh,
    meanings,
    dimensionId: dimensions.some(({ id }) => id === dimensionId) ? dimensionId : null,
    departmentId: departments.some(({ id }) => id === departmentId) ? departmentId : null,
  };
  const { regionId, userId } = actor;
  await database(regionId).import.update({
    where: { regionId_id: { regionId, id: form.id } },
    data: { reading },
  });
  if (isSame && form.meanings.length > 0) {
    const key = { regionId, userId, signature: sealOf(signature) };
    const kept = { meanings, at: new Date() };
    await database(regionId).importColumns.upsert({
      where: { regionId_userId_signature: key },
      create: { ...key, ...kept },
      update: kept,
    });
  }
  return { ok: true, message: 'Berkas dibaca ulang dengan pilihan ini.' };
}

const mostAttempts = 10;
/** What is kept of answers to one import, in letters; a name of a department is asked for on the page, a hundred at once. */
const [mostLetters, mostNames] = [2_000_000, 500];

/** Keeps answers to what a dry run asked; names of departments are remembered for the region. */
export async function answerImport(actor: Actor, form: AnswerForm): Promise<Done> {
  const { departments } = await getFrame(actor);
  const known = Object.fromEntries(
    Object.entries(form.departments).filter(([, to]) => to === '' || departments.some(one => one.id === to)),
  );
  const many = 'Terlalu banyak perbaikan di layar. Perbaiki di berkasnya, lalu unggah lagi.';
  if (Object.keys(known).length > mostNames) return no('invalid', many);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const stored = can.draft(actor) ? await getImport(actor, form.id) : null;
    if (!stored) return gone();
    const all = answeredTo(stored, form, known);
    if (JSON.stringify(all).length > mostLetters) return no('invalid', many);
    if (!(await keepAnswers(actor, stored, all))) continue;
    await rememberNames(actor, known);
    return { ok: true, message: 'Jawaban disimpan dan berkas diperiksa lagi.' };
  }
  return no('conflict', 'Jawaban lain sedang disimpan untuk berkas ini. Coba lagi sebentar.');
}

function answeredTo(stored: StoredImport, form: AnswerForm, known: Record<string, string>): Answers {
  const { answers } = stored.kept;
  const sheet = form.sheet ?? stored.reading?.sheet ?? 0;
  const cells = { ...typedCells(stored, sheet, form.typed), ...form.chosen };
  return {
    cells: { ...answers.cells, ...keyedBySheet(sheet, cells) },
    departments: { ...answers.departments, ...known },
    clashes: { ...answers.clashes, ...form.clashes },
  };
}

/** Two tabs may answer at once: what was not read before is not written over. */
async function keepAnswers(
  { regionId, userId }: Actor,
  { id, kept }: StoredImport,
  answers: Answers,
): Promise<boolean> {
  const { count } = await database(regionId).import.updateMany({
    where: { regionId, userId, id, answers: { equals: kept.written as Prisma.InputJsonValue } },
    data: { answers },
  });
  return count === 1;
}

async function rememberNames({ regionId, userId }: Actor, known: Record<string, string>): Promise<void> {
  for (const [key, departmentId] of Object.entries(known)) {
    const kept = { departmentId: departmentId || null, userId, at: new Date() };
    await database(regionId).departmentName.upsert({
      where: { regionId_key: { regionId, key: key.slice(0, 200) } },
      create: { regionId, key: key.slice(0, 200), ...kept },
      update: kept,
    });
  }
}

/** What was typed over a cell; a text that was left as it stands is no answer. */
function typedCells(
  { content, kept }: StoredImport,
  sheet: number,
  typed: Record<string, string>,
): Record<string, string> {
  const rows = content.sheets[sheet]?.rows ?? [];
  const cells = ofSheet(sheet, kept.answers.cells);
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return Object.fromEntries(
    Object.entries(typed).filter(([key, text]) => {
      const [row = 0, column = 0] = key.split(':').map(Number);
      return plain(cells[key] ?? rows[row]?.[column]?.text ?? '') !== plain(text);
    }),
  );
}

/** Forgets one of the actor's own imports. */
export async function forgetImport(actor: Actor, id: string): Promise<Done> {
  const { regionId, userId } = actor;
  const { count } = await database(regionId).import.deleteMany({ where: { regionId, userId, id } });
  return count === 1
    ? { ok: true, message: 'Impor dihapus. Isian yang sudah diterapkan tetap ada.' }
    : gone();
}

const rowsAtOnce = 100;
/** A page waits for its answer for fifteen seconds at most; what is left is applied with the next press. */
const patienceMs = 8_000;

/**
 * Writes the good rows, as a person would: by `saveChanges`, each with a key made of what it says, so that the
 * same is never written twice. Made on the plan as it stands now; if that gives anything but what was shown
 * (`cap`), nothing is written and the person looks again.
 */
export async function applyImport(actor: Actor, { id, cap }: { id: string; cap: string }): Promise<Done> {
  const stored = can.draft(actor) ? await getImport(actor, id) : null;
  if (!stored?.reading) return gone();
  const frame = await getFrame(actor);
  if (frame.isLocked) return no('locked', lockedWords(frame.plan));
  const run = await getDryRun(actor, frame, stored, stored.reading);
  if (!run) return gone();
  if (run.seal !== cap)
    return no(
      'conflict',
      'Rencana berubah sejak berkas ini diperiksa. Lihat hasil yang baru, lalu terapkan lagi.',
    );
  if (run.changes.length === 0) return no('invalid', 'Tidak ada baris yang siap diterapkan.');
  const begun = Date.now();
  const outcomes = new Map<PlannedChange, Outcome>();
  for (let from = 0; from < run.changes.length; from += rowsAtOnce) {
    if (from > 0 && Date.now() - begun > patienceMs) break;
    const batch = run.changes.slice(from, from + rowsAtOnce);
    const answers = await saveChanges(
      actor,
      batch.map(change => sentChange(stored, change)),
    );
    for (const [index, change] of batch.entries()) {
      const outcome = answers[index];
      if (outcome) outcomes.set(change, outcome);
    }
    await keepResults(actor, stored, outcomes);
  }
  return told(outcomes, run.changes);
}

function sentChange(stored: StoredImport, { itemId, version, create, fields }: PlannedChange): Change {
  const said = JSON.stringify([itemId, version, create ?? null, fields]);
  return {
    mutationId: `${stored.id}.${sealOf(said)}`,
    itemId,
    version,
    fields,
    ...(create ? { create } : {}),
  };
}

async function keepResults(
  { regionId }: Actor,
  { id, results, reading, kept: { results: all } }: StoredImport,
  outcomes: ReadonlyMap<PlannedChange, Outcome>,
): Promise<void> {
  const at = new Date();
  const kept: KeptResults = { ...results };
  for (const [{ row, part, itemId }, outcome] of outcomes) {
    const key = `${row}.${part}`;
    const says = outcome.ok ? 'Diterapkan.' : outcome.message;
    // Of what a row makes, the first that failed is what it is told.
    if (outcome.ok && kept[key]?.isDone === false && kept[key].at === at.toISOString()) continue;
    kept[key] = { isDone: outcome.ok, says, at: at.toISOString(), itemId };
  }
  await database(regionId).import.update({
    where: { regionId_id: { regionId, id } },
    data: { results: { ...all, ...keyedBySheet(reading?.sheet ?? 0, kept) }, appliedAt: at },
  });
}

function told(outcomes: ReadonlyMap<PlannedChange, Outcome>, changes: readonly PlannedChange[]): Done {
  const rowOf = ({ row, part }: PlannedChange) => `${row}.${part}`;
  const all = new Set(changes.map(rowOf));
  const seen = new Set([...outcomes.keys()].map(rowOf));
  const failed = new Set([...outcomes].filter(([, { ok }]) => !ok).map(([change]) => rowOf(change)));
  const done = seen.size - failed.size;
  const parts = [
    `${done} baris diterapkan.`,
    ...(failed.size > 0 ? [`${failed.size} baris belum; alasannya ada di daftar.`] : []),
    ...(all.size > seen.size ? [`Masih ada ${all.size - seen.size} baris. Tekan Terapkan lagi.`] : []),
  ];
  const message = parts.join(' ');
  return failed.size === 0 ? { ok: true, message } : no('conflict', message);
}
