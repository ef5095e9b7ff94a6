import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { carriedBy } from './carried';
import { headLabels } from './columns';
import { type DryRunInput, type Ground, groundOf } from './ground';
import { decideKnown } from './known-row';
import type { Meaning } from './meaning';
import { decideNew, type NewRow } from './new-row';
import { type DryRun, outcomeOrder, type ReportRow } from './report';
import { type Decided, itemRow } from './row-outcome';
import { type AsideRow, markCell, readTable, type Table, type TableRow } from './table';
import { oneLine, saysNothing, squeezed } from './wording';

/**
 * What would become of every row of a sheet, held against the plan as it stands. Nothing is written. Pure, and
 * in steps, so that a server can let others in between; `finish` runs it at once.
 */
export function* dryRun(input: DryRunInput): Generator<undefined, DryRun> {
  const labels = headLabels(input.sheet, input.head);
  const ground = groundOf(input, labels);
  const reading = { head: input.head, meanings: input.meanings, cells: input.answers.cells };
  const table = yield* readTable(input.sheet, reading, text => ground.findDimension(text) !== undefined);
  const rows: ReportRow[] = table.aside.map(asideRow);
  const changes: DryRun['changes'] = [];
  const parents = new Parents();
  for (const [index, row] of table.rows.entries()) {
    if (index % 200 === 199) yield undefined;
    const decided = decide(ground, table, row, parents);
    rows.push(decided.report);
    for (const change of decided.changes) changes.push(change);
    for (const { column, level } of decided.report.findings) {
      if (column !== null && level !== 'note') markCell(table, row.row, column, 'finding');
    }
  }
  rows.sort((a, b) => a.row - b.row || a.part - b.part);
  return {
    rows,
    changes,
    counts: countsOf(rows),
    departments: departmentsAsked(rows),
    cells: { fate: table.fate, width: table.width },
  };
}

/** Runs a dry run without pauses. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The last goal and target of a table in which each row is one item: what a new row hangs under. */
class Parents {
  private goal: string | null | undefined;
  private target: string | null | undefined;

  /** null: nothing above; undefined: a row above it that is not good yet. */
  of(kind: ItemKind): string | null | undefined {
    return kind === 'indicator' ? this.target : kind === 'target' ? this.goal : null;
  }

  /** @param said what the row says that it is */
  seen({ kind, itemId }: ReportRow, said: string, parentOf: (id: string) => string | null | undefined) {
    if (kind === 'goal') [this.goal, this.target] = [itemId ?? undefined, undefined];
    if (kind === 'target') this.target = itemId ?? undefined;
    // In a file that was sorted, rows no longer stand below what they hang under.
    if (kind === 'indicator' && itemId !== null && parentOf(itemId) !== this.target) this.target = undefined;
    if (kind !== null || said === squeezed(kinds.indicator.label)) return;
    // A row that could not be read may be a target, or a goal: nothing below it goes to the one before.
    this.target = undefined;
    if (said !== squeezed(kinds.target.label)) this.goal = undefined;
  }
}

function decide(ground: Ground, table: Table, row: TableRow, parents: Parents): Decided {
  const textAt = (meaning: Meaning) => {
    const column = table.columnOf.get(meaning);
    const text = column === undefined ? '' : (row.cells.get(column)?.text ?? '');
    return saysNothing(text) ? '' : oneLine(text);
  };
  const id = textAt('id');
  const decided =
    id !== ''
      ? decideKnown(ground, row, id)
      : table.columnOf.has('title')
        ? decideListed(ground, table, row, textAt, parents)
        : decideWide(ground, row);
  if (id === '') decided.report.carried = carriedBy(ground, table, row);
  parents.seen(decided.report, squeezed(textAt('kind')), of => ground.index.node(of)?.parentId);
  return decided;
}

/** A new row among those of our own files: its kind stands in a column, its parent above it. */
function decideListed(
  ground: Ground,
  table: Table,
  row: TableRow,
  textAt: (meaning: Meaning) => string,
  parents: Parents,
): Decided {
  const column = table.columnOf.get('title') ?? 0;
  const refused = (at: number | null, reason: string, remedy: string) =>
    itemRow(row, null, textAt('title'), [{ level: 'refusal', column: at, reason, remedy }]);
  const title = row.cells.get(column);
  const kind = Object.values(kinds).find(({ label }) => squeezed(label) === squeezed(textAt('kind')))?.name;
  if (!title || textAt('title') === '')
    return refused(column, 'Baris ini tidak punya uraian.', 'Tulis uraiannya, atau hapus barisnya.');
  if (!kind)
    return refused(
      table.columnOf.get('kind') ?? null,
      'Jenis baris ini belum diketahui.',
      'Tulis Tujuan, Sasaran, atau Indikator pada kolom Jenis.',
    );
  const wanted: NewRow = {
    kind,
    title: { text: title.text, row: row.row, column, isAnswered: title.isAnswered === true },
    above: {},
  };
  if (kind === 'goal') return decideNew(ground, row, wanted);
  const isOfRegion = kind === 'indicator' && squeezed(textAt('dimension')) === 'daerah';
  const parentId = isOfRegion ? null : parents.of(kind);
  if (parentId === undefined || (parentId === null && !isOfRegion)) {
    const above = kind === 'indicator' ? 'sasaran' : 'tujuan';
    return refused(
      null,
      `Tidak ada ${above} yang siap di atas baris ini.`,
      `Letakkan baris ini di bawah baris ${above}nya.`,
    );
  }
  const above = parentId === null ? null : (ground.index.node(parentId)?.dimensionId ?? null);
  if (row.dimension?.row === row.row && (ground.findDimension(row.dimension.text)?.id ?? null) !== above)
    return refused(
      row.dimension.column,
      'Dimensi baris ini bukan dimensi baris di atasnya.',
      'Samakan dimensinya, atau letakkan baris ini di bawah baris yang dimaksud.',
    );
  return decideNew(ground, row, { ...wanted, parentId });
}

/** A row of a table with goal, target and indicator beside each other. */
function decideWide(ground: Ground, row: TableRow): Decided {
  const { leaf, titles } = row;
  const title = leaf && titles[leaf];
  if (!leaf || !title) {
    const [column] = row.cells.keys();
    return itemRow(row, null, '', [
      {
        ...{ level: 'doubt', column: column ?? null },
        reason: 'Baris ini tidak menyebut tujuan, sasaran, atau indikator.',
        remedy: 'Tulis namanya di berkas, atau pilih kolom mana yang berisi namanya.',
      },
    ]);
  }
  const { goal, target } = titles;
  return decideNew(ground, row, {
    ...{ kind: leaf, title },
    above: {
      ...(goal && leaf !== 'goal' ? { goal } : {}),
      ...(target && leaf === 'indicator' ? { target } : {}),
    },
  });
}

function asideRow({ row, reason, text }: AsideRow): ReportRow {
  const findings = [{ level: 'note' as const, column: null, reason, remedy: '' }];
  return itemRow({ row, part: 0 }, null, text, findings, 'aside').report;
}

function countsOf(rows: readonly ReportRow[]): DryRun['counts'] {
  const counts = Object.fromEntries(outcomeOrder.map(outcome => [outcome, 0])) as DryRun['counts'];
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

function departmentsAsked(rows: readonly ReportRow[]): DryRun['departments'] {
  const asked = new Map<string, { name: string; key: string; rows: number }>();
  for (const { findings } of rows) {
    for (const { department } of findings) {
      if (!department) continue;
      const known = asked.get(department.key) ?? { ...department, rows: 0 };
      asked.set(department.key, { ...known, rows: known.rows + 1 });
    }
  }
  return [...asked.values()];
}

/**
 * Items that rows of a sheet name at an older version than the plan has, so that what was changed since can be
 * read for them alone.
 */
export function oldVersions(
  { sheet, head, meanings, answers }: Pick<DryRunInput, 'sheet' | 'head' | 'meanings' | 'answers'>,
  versionOf: (itemId: string) => number | undefined,
): Map<string, number> {
  const old = new Map<string, number>();
  const [id, version] = [meanings.indexOf('id'), meanings.indexOf('version')];
  if (id < 0 || version < 0) return old;
  for (let row = head.row + head.rows; row < sheet.rows.length; row += 1) {
    const textAt = (column: number) =>
      oneLine(answers.cells[`${row}:${column}`] ?? sheet.rows[row]?.[column]?.text ?? '');
    const now = versionOf(textAt(id));
    const then = Number(textAt(version));
    if (now !== undefined && Number.isInteger(then) && then >= 1 && then < now) old.set(textAt(id), then);
  }
  return old;
}
