import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { TableDocument } from '@/lib/books/document';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { headLabels, recogniseColumns } from './columns';
import { ignored, type Meaning, unknown } from './meaning';
import { getDryRun, getImport, type SealedRun, type StoredImport } from './read';
import { outcomeOrder, type ReportRow, type RowOutcome } from './report';
import { restDocument } from './rest-document';
import type { KeptReading, KeptResults } from './schema';

/** A column of the sheet, with what it was taken for and what stands in it. */
export type ColumnView = {
  column: number;
  label: string;
  meaning: Meaning;
  /** Why it is left aside, or what has to be chosen. */
  reason: string;
  sample: string;
};

export type ImportView = {
  id: string;
  fileName: string;
  notes: string[];
  sheets: { name: string; isHidden: boolean; rows: number }[];
  reading: KeptReading;
  columns: ColumnView[];
  /** Whether any column names an item, so that rows can be read at all. */
  isReadable: boolean;
  counts: SealedRun['counts'];
  /** What is shown of them: one outcome or all, the first of them. */
  rows: ReportRow[];
  shown: RowOutcome | null;
  total: number;
  departments: SealedRun['departments'];
  /** How many rows would be written, and the seal over what. */
  ready: number;
  seal: string;
  results: KeptResults;
  applied: number;
  /** Texts of the cells that findings are about, by “row:column”. */
  texts: Record<string, string>;
};

const mostShown = 200;

/** One of the actor's imports, held against the plan as it stands; null when there is none. */
export async function getImportView(
  actor: Actor,
  frame: PlanFrame,
  id: string,
  shown: RowOutcome | null,
): Promise<ImportView | null> {
  const stored = can.draft(actor) ? await getImport(actor, id) : null;
  if (!stored?.reading) return null;
  const { reading, content, results } = stored;
  const run = await getDryRun(actor, frame, stored, reading);
  if (!run) return null;
  const ordered = outcomeOrder.flatMap(outcome => run.rows.filter(row => row.outcome === outcome));
  const fitting = shown ? ordered.filter(({ outcome }) => outcome === shown) : ordered;
  const rows = fitting.slice(0, mostShown);
  return {
    ...{ id, fileName: stored.fileName, notes: content.notes, reading, results, rows, shown },
    sheets: content.sheets.map(({ name, isHidden, rows: { length } }) => ({ name, isHidden, rows: length })),
    columns: columnViews(stored, reading, frame),
    isReadable: ['goal', 'target', 'indicator', 'title'].some(meaning => reading.meanings.includes(meaning)),
    ...{ counts: run.counts, departments: run.departments, total: fitting.length },
    ready: new Set(run.changes.map(({ row, part }) => `${row}.${part}`)).size,
    seal: run.seal,
    applied: Object.values(results).filter(({ isDone }) => isDone).length,
    texts: textsOf(stored, reading, rows),
  };
}

const repeated = 'Kolom sebelumnya sudah berarti sama, jadi kolom ini tidak dipakai.';

function columnViews({ content }: StoredImport, reading: KeptReading, { plan }: PlanFrame): ColumnView[] {
  const sheet = content.sheets[reading.sheet];
  if (!sheet) return [];
  const labels = headLabels(sheet, { row: reading.headRow, rows: reading.headRows });
  const recognised = recogniseColumns(labels, plan);
  const below = sheet.rows.slice(reading.headRow + reading.headRows, reading.headRow + reading.headRows + 50);
  return labels.flatMap((label, column) => {
    const texts = below.map(row => row[column]?.text.trim() ?? '').filter(text => text !== '');
    const sample = texts.find(text => !/^\(\d+\)$/.test(text)) ?? texts[0] ?? '';
    if (label === '' && sample === '') return [];
    const meaning = reading.meanings[column] ?? ignored;
    const isAside = meaning === ignored || meaning === unknown;
    const twice = !isAside && reading.meanings.indexOf(meaning) < column;
    const reason = isAside ? (recognised[column]?.reason ?? '') : twice ? repeated : '';
    return [{ column, label, meaning, reason, sample: sample.slice(0, 80) }];
  });
}

function textsOf({ content, answers }: StoredImport, reading: KeptReading, rows: readonly ReportRow[]) {
  const sheet = content.sheets[reading.sheet];
  const texts: Record<string, string> = {};
  for (const { row, findings } of rows) {
    for (const { column, level } of findings) {
      const key = `${row}:${column}`;
      if (column !== null && level !== 'note')
        texts[key] = answers.cells[key] ?? sheet?.rows[row]?.[column]?.text ?? '';
    }
  }
  return texts;
}

/** What is left of an import as a table to take away; null when there is none, or nothing is left. */
export async function getRest(actor: Actor, frame: PlanFrame, id: string): Promise<TableDocument | null> {
  const stored = can.draft(actor) ? await getImport(actor, id) : null;
  const sheet = stored?.reading && stored.content.sheets[stored.reading.sheet];
  if (!stored?.reading || !sheet) return null;
  const run = await getDryRun(actor, frame, stored, stored.reading);
  if (!run || run.counts.clash + run.counts.doubtful + run.counts.refused === 0) return null;
  const labels = headLabels(sheet, { row: stored.reading.headRow, rows: stored.reading.headRows });
  return restDocument({
    ...{ fileName: stored.fileName, labels, cells: sheet.rows, rows: run.rows },
    ...{ answers: stored.answers.cells, isOfItems: stored.reading.meanings.includes('title') },
  });
}
