import { kinds } from '@/lib/plan/kinds/all';
import type { Fields, ItemKind } from '@/lib/plan/kinds/kind';
import { compare, filledFields } from './compare';
import { type Found, one, placeOf } from './find-place';
import { firstFields } from './first-fields';
import type { Ground } from './ground';
import { decideChange } from './known-row';
import { checkGroups, checkRepeated, checkTitle, sharedWithTarget, unequalFindings } from './new-row-checks';
import { findOwner } from './owner';
import type { Node } from './plan-index';
import { note, type RowFields, readFields } from './read-fields';
import type { Finding, PlannedChange } from './report';
import { type Decided, itemRow, outcomeOf } from './row-outcome';
import { answerFor } from './row-parts';
import type { Placed, TableRow } from './table';
import { short } from './values';
import { oneLine, titleKey } from './wording';

/** What a new item is to be, before it is held against the plan. */
export type NewRow = {
  kind: ItemKind;
  title: Placed;
  /** Goal and target named by the row or above it. */
  above: Partial<Record<'goal' | 'target', Placed>>;
  /** In our own files: what it stands below. */
  parentId?: string | null;
};

/** A row without an id: matched with what is there by its words, else begun. */
export function decideNew(ground: Ground, row: TableRow, wanted: NewRow): Decided {
  const { kind } = wanted;
  const findings: Finding[] = [];
  const title = oneLine(wanted.title.text);
  // Nothing else can be said of a row while nobody knows how many it is.
  if (row.unequal) return itemRow(row, kind, short(title), unequalFindings(row));
  checkTitle(wanted.title, kind, findings);
  const place = placeOf(ground, row, wanted, findings);
  const isClear = () => place !== null && findings.every(({ level }) => level === 'note');
  // A goal or target that is there needs no owner to be named again.
  const frame =
    kind !== 'indicator' && isClear() ? matchOf(ground, row, wanted, place as Found, null, findings) : null;
  const owner = frame ? frame.departmentId : findOwner(ground, row, findings);
  const known = frame ?? (isClear() ? matchOf(ground, row, wanted, place as Found, owner, findings) : null);
  const item = known?.item;
  const read = readFields(ground, row, {
    ...{ kind, dimensionId: place?.dimensionId ?? null },
    fields: item?.fields ?? {},
  });
  findings.push(...read.findings);
  if (item) {
    sharedWithTarget(ground, row, wanted, read, place, findings);
    return decideChange(ground, row, item, compare(ground, item, read.wanted, false), findings);
  }
  const said = saidTwice(ground, row, kind, title, place, owner, findings);
  const mayCreate = owner === null || ground.rights.create(owner);
  if (owner !== null && !mayCreate && !said) {
    const code = ground.departmentCode(owner);
    findings.push({
      ...{ level: 'refusal', column: null },
      reason: `Hanya kepala dan operator ${code} yang dapat mengisi baris ini.`,
      remedy: `Kirim baris ini kepada ${code}, atau ubah OPD-nya.`,
    });
  }
  checkGroups(ground, wanted, place, findings);
  sharedWithTarget(ground, row, wanted, read, place, findings);
  if (said) checkRepeated(ground, read, place, kind, title, findings);
  const outcome = outcomeOf(findings, said ? 'same' : 'create');
  const decided = itemRow(row, kind, title, findings, outcome);
  decided.report.department = owner === null ? '' : ground.departmentCode(owner);
  if (outcome === 'create' && place && owner !== null)
    begin(ground, row, wanted, place, owner, read, decided);
  return decided;
}

const idOf = (
  { importId, sheetIndex }: Ground,
  { row, part }: { row: number; part: number },
  kind: ItemKind,
) => `${importId}-${sheetIndex}.${row}.${part}${kind.charAt(0)}`;

/** What is there already and is meant by the row. */
function matchOf(
  ground: Ground,
  row: TableRow,
  { kind, title }: NewRow,
  place: Found,
  owner: string | null,
  findings: Finding[],
): Node | null {
  // What this very row began when it was applied before.
  const begun = ground.index.node(idOf(ground, row, kind));
  if (begun?.item) return begun;
  const scope = kind === 'goal' ? place.dimensionId : place.parentId;
  if (scope === null && (kind !== 'indicator' || place.above.target)) return null;
  const same = ground.index.under(kind, scope, title.text).filter(({ item }) => item !== null);
  if (kind !== 'indicator') return one(same, ground);
  const own = same.filter(({ departmentId }) => departmentId === owner);
  if (own.length === 1) return own[0] ?? null;
  const [other] = own.length > 1 ? own : same;
  if (!other || title.isAnswered) return null;
  findings.push({
    ...{ level: 'doubt', column: title.column },
    reason:
      own.length > 1
        ? `Ada ${own.length} indikator bernama ini di bawah sasaran yang sama.`
        : `${ground.departmentCode(other.departmentId)} sudah punya indikator bernama ini di bawah sasaran yang sama.`,
    remedy:
      own.length > 1
        ? 'Pakai berkas unduhan Rembug, yang membawa ID tiap isian.'
        : 'Pastikan bukan indikator yang sama, atau tetap buat.',
    ...(own.length > 1
      ? {}
      : {
          choices: [{ label: 'Tetap buat indikator baru', cells: answerFor(row, title.column, title.text) }],
        }),
  });
  return null;
}

/** Whether an earlier row of the file begins the same. A goal or target may be named often, an indicator once. */
function saidTwice(
  ground: Ground,
  row: TableRow,
  kind: ItemKind,
  title: string,
  place: Found | null,
  owner: string | null,
  findings: Finding[],
): boolean {
  if (!place) return false;
  const scope =
    place.parentId ??
    `${place.dimensionId} ${titleKey(place.above.target?.title.text ?? place.above.goal?.title.text ?? '')}`;
  const key = `${kind} ${scope} ${kind === 'indicator' ? owner : ''} ${titleKey(title)}`;
  const before = ground.namedAt.get(key);
  if (before === undefined) {
    ground.namedAt.set(key, row.row);
    return (
      kind !== 'indicator' &&
      ground.index.under(kind, kind === 'goal' ? place.dimensionId : place.parentId, title).length > 0
    );
  }
  if (kind === 'indicator')
    findings.push({
      ...{ level: 'doubt', column: null },
      reason: `Indikator ini sudah ada di baris ${before + 1} berkas ini.`,
      remedy: 'Bedakan namanya, atau hapus salah satu barisnya.',
    });
  else findings.push(note(null, `Sudah dibaca di baris ${before + 1}.`));
  return kind !== 'indicator';
}

/** Plans the item, and before it the goal and target that are not there yet. */
function begin(
  ground: Ground,
  row: TableRow,
  wanted: NewRow,
  place: Found,
  owner: string,
  read: RowFields,
  { report, changes }: Decided,
): void {
  const { dimensionId } = place;
  let parentId = place.parentId;
  const plan = (kind: ItemKind, title: string, fields: Fields) => {
    const id = idOf(ground, row, kind);
    const change: PlannedChange = {
      ...{ row: row.row, part: row.part, itemId: id, version: 0, before: {} },
      create: { kind, parentId, dimensionId, departmentId: owner, illustrative: false },
      fields: { ...fields, title },
    };
    changes.push(change);
    ground.plannedFields.set(id, change.fields);
    ground.index.add({ id, kind, parentId, dimensionId, departmentId: owner, title, item: null });
    return id;
  };
  for (const kind of ['goal', 'target'] as const) {
    const above = place.above[kind];
    if (!above) continue;
    if (above.node) parentId = above.node.id;
    else {
      const title = oneLine(above.title.text);
      parentId = plan(kind, title, kind === 'target' ? filledFields(read.ofTarget) : {});
      report.makes.push(`${kinds[kind].label}: ${title}`);
    }
  }
  const { kind } = wanted;
  const fields = { ...firstFields(ground, row, kind, read.wanted), ...filledFields(read.wanted) };
  report.itemId = plan(kind, oneLine(wanted.title.text), fields);
  for (const [path, value] of Object.entries(fields)) {
    const field = ground.fieldOf(kind, path);
    const column = read.wanted.get(path)?.column;
    if (field && column !== undefined)
      report.changes.push({ path, label: field.label, before: '', after: ground.say(field, value) });
  }
}
