import { checkWording } from '@/lib/plan/checks/wording';
import { kinds } from '@/lib/plan/kinds/all';
import type { Fields, ItemKind } from '@/lib/plan/kinds/kind';
import { compare, filledFields } from './compare';
import type { Ground } from './ground';
import { decideChange } from './known-row';
import { findOwner } from './owner';
import type { Node } from './plan-index';
import { firstFields, note, type RowFields, readFields } from './read-fields';
import { cellKey, type Finding, type PlannedChange } from './report';
import { type Decided, itemRow, outcomeOf } from './row-outcome';
import { answerFor, type Placed, type TableRow } from './table';
import { short } from './values';
import { oneLine, squeezed, titleKey } from './wording';

/** A goal or target that a row hangs under: there, planned by an earlier row, or to be begun with this one. */
type Above = { kind: ItemKind; title: Placed; node: Node | null };

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
    sharedWithTarget(ground, row, read, place?.above.target?.node ?? null, findings);
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
  if (place?.above.target?.node) sharedWithTarget(ground, row, read, place.above.target.node, findings);
  if (said) checkRepeated(ground, read, place, kind, title, findings);
  const outcome = outcomeOf(findings, said ? 'same' : 'create');
  const decided = itemRow(row, kind, title, findings, outcome);
  decided.report.department = owner === null ? '' : ground.departmentCode(owner);
  if (outcome === 'create' && place && owner !== null)
    begin(ground, row, wanted, place, owner, read, decided);
  return decided;
}

type Found = {
  dimensionId: string | null;
  above: Partial<Record<'goal' | 'target', Above>>;
  /** Where it hangs, when that is there already or planned. */
  parentId: string | null;
};

function checkTitle(title: Placed, kind: ItemKind, findings: Finding[]): void {
  const text = oneLine(title.text);
  const label = kinds[kind].label;
  if (/^#[A-Z/0]+[!?]?$/.test(text))
    findings.push({
      ...{ level: 'refusal', column: title.column },
      reason: `${label}: rumus di sel ini gagal (${text}).`,
      remedy: 'Tulis namanya, lalu periksa lagi.',
    });
  if (text.length > 250)
    findings.push({
      ...{ level: 'refusal', column: title.column },
      reason: `Nama ${label.toLowerCase()} paling banyak 250 huruf. Sekarang ${text.length}.`,
      remedy: 'Pendekkan namanya, atau pisahkan menjadi beberapa baris.',
    });
}

function unequalFindings({ unequal, row, leaf, cells }: TableRow): Finding[] {
  if (!unequal || !leaf) return [];
  const name = kinds[leaf].label.toLowerCase();
  return unequal.columns.map(({ column, count }) => ({
    ...{ level: 'doubt', column },
    reason: `Sel ini berisi ${count} baris, sedangkan namanya ${unequal.count} ${name}.`,
    remedy: 'Samakan jumlah barisnya di sini atau di berkas, lalu periksa lagi.',
    ...(count === 1 && unequal.count > 1
      ? {
          choices: [
            {
              label: `Pakai nilai ini untuk ${unequal.count} ${name}`,
              cells: {
                [cellKey(row, column)]: Array(unequal.count)
                  .fill(oneLine(cells.get(column)?.text ?? ''))
                  .join('\n'),
              },
            },
          ],
        }
      : {}),
  }));
}

/** Finds dimension, goal and target of a row; null when one of them has to be asked for first. */
function placeOf(ground: Ground, row: TableRow, wanted: NewRow, findings: Finding[]): Found | null {
  if (wanted.parentId !== undefined) return belowParent(ground, wanted.parentId);
  const dimensionId = dimensionOf(ground, row, wanted, findings);
  if (dimensionId === undefined) return null;
  const { goal, target } = wanted.above;
  const found: Found = { dimensionId, above: {}, parentId: null };
  if (wanted.kind === 'goal') return found;
  const goalNode = goal ? one(ground.index.under('goal', dimensionId, goal.text), ground) : null;
  if (goal) found.above.goal = { kind: 'goal', title: goal, node: goalNode };
  if (wanted.kind === 'target') {
    if (!goal) {
      const same = ground.index.within('target', dimensionId, wanted.title.text);
      if (same.length === 1) return { ...found, parentId: same[0]?.parentId ?? null };
      return missing(wanted, 'Tujuan', findings);
    }
    return { ...found, parentId: goalNode?.id ?? null };
  }
  if (dimensionId === null) return found;
  if (!target) {
    const same = ground.index.within('indicator', dimensionId, wanted.title.text);
    if (same.length === 1) return { ...found, parentId: same[0]?.parentId ?? null };
    return missing(wanted, 'Sasaran', findings);
  }
  const under = goal ? ground.index.under('target', goalNode?.id ?? '', target.text) : [];
  const anywhere = ground.index.within('target', dimensionId, target.text);
  const targetNode = goal ? one(under, ground) : anywhere.length === 1 ? (anywhere[0] ?? null) : null;
  if (!goal && !targetNode) return missing(wanted, 'Tujuan', findings);
  if (goal && !targetNode && anywhere.length > 0 && !target.isAnswered) {
    const other = ground.index.node(anywhere[0]?.parentId ?? '')?.title ?? '';
    findings.push({
      ...{ level: 'doubt', column: target.column },
      reason: `Sasaran ini sudah ada di bawah tujuan lain: “${short(other)}”.`,
      remedy: 'Samakan tujuannya, atau buat sasaran baru di bawah tujuan ini.',
      choices: [{ label: 'Buat sasaran baru', cells: { [cellKey(target.row, target.column)]: target.text } }],
    });
  }
  found.above.target = { kind: 'target', title: target, node: targetNode };
  return { ...found, parentId: targetNode?.id ?? null };
}

function belowParent(ground: Ground, parentId: string | null): Found {
  const node = parentId === null ? undefined : ground.index.node(parentId);
  return { dimensionId: node?.dimensionId ?? null, above: {}, parentId };
}

function missing(wanted: NewRow, what: string, findings: Finding[]): null {
  findings.push({
    ...{ level: 'doubt', column: null },
    reason: `${what} baris ini kosong, jadi tempat ${kinds[wanted.kind].label.toLowerCase()} ini belum diketahui.`,
    remedy: `Isi kolom ${what}, atau pilih kolom mana yang berarti ${what}.`,
  });
  return null;
}

/** Own departments come first among several that say the same. */
function one(nodes: readonly Node[], ground: Ground): Node | null {
  const own = nodes.filter(({ departmentId }) => ground.rights.create(departmentId));
  return (own.length === 1 ? own[0] : nodes[0]) ?? null;
}

/** The dimension of a row; undefined when it has to be asked for. */
function dimensionOf(
  ground: Ground,
  row: TableRow,
  { kind, above, title }: NewRow,
  findings: Finding[],
): string | null | undefined {
  if (row.dimension) {
    const found = ground.findDimension(row.dimension.text);
    if (found) return found.id;
    if (kind === 'indicator' && squeezed(row.dimension.text) === 'daerah') return null;
    findings.push({
      ...{ level: 'refusal', column: row.dimension.column },
      reason: `“${short(oneLine(row.dimension.text))}” bukan dimensi rencana ini.`,
      remedy: `Pilih: ${ground.view.dimensions.map(({ code, name }) => `${code} ${name}`).join(', ')}.`,
    });
    return undefined;
  }
  if (ground.defaults.dimensionId) return ground.defaults.dimensionId;
  const bySheet = ground.findDimension(ground.sheet.name);
  if (bySheet) return bySheet.id;
  const named = [
    ...(above.goal ? ground.index.within('goal', undefined, above.goal.text) : []),
    ...(above.target ? ground.index.within('target', undefined, above.target.text) : []),
    ...ground.index.within(kind, undefined, title.text),
  ];
  const dimensions = new Set(named.map(({ dimensionId }) => dimensionId));
  const [only] = dimensions;
  if (dimensions.size === 1) return only;
  findings.push({
    ...{ level: 'doubt', column: null },
    reason: 'Dimensi baris ini belum diketahui.',
    remedy: 'Pilih dimensi untuk baris tanpa dimensi pada bagian Cara membaca.',
  });
  return undefined;
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

/** What a second row says of a goal or target that an earlier row begins must not be lost. */
function checkRepeated(
  ground: Ground,
  read: RowFields,
  place: Found | null,
  kind: ItemKind,
  title: string,
  findings: Finding[],
): void {
  const [node] = ground.index.under(
    kind,
    (kind === 'goal' ? place?.dimensionId : place?.parentId) ?? null,
    title,
  );
  const planned = (node && ground.plannedFields.get(node.id)) ?? {};
  for (const [path, value] of Object.entries(filledFields(read.wanted))) {
    if (oneLine(String(value)) === oneLine(String(planned[path] ?? ''))) continue;
    findings.push({
      ...{ level: 'doubt', column: read.wanted.get(path)?.column ?? null },
      reason: `${kinds[kind].label} ini sudah dibaca di baris lain dengan ${ground.fieldOf(kind, path)?.label ?? path} lain.`,
      remedy: 'Tulis isinya pada satu baris saja.',
    });
  }
}

/** A target that names a group of people is, in many worksheets, who benefits. */
function checkGroups(ground: Ground, wanted: NewRow, place: Found | null, findings: Finding[]): void {
  const begun = [
    ...(wanted.kind === 'target' ? [wanted.title] : []),
    ...(place?.above.target && !place.above.target.node ? [place.above.target.title] : []),
  ];
  for (const { text, row, column, isAnswered } of begun) {
    const found = checkWording({ kind: 'target', fields: { title: oneLine(text) } }, ground.view.plan).find(
      ({ key }) => key === 'people',
    );
    if (!found || isAnswered) continue;
    findings.push({
      ...{ level: 'doubt', column },
      reason: `“${short(oneLine(text))}” menyebut siapa, bukan keadaan yang dicapai.`,
      remedy: 'Tulis keadaannya, atau ubah arti kolom ini menjadi Penerima manfaat.',
      choices: [{ label: 'Tetap jadikan sasaran', cells: { [cellKey(row, column)]: text } }],
    });
  }
}

/** What a row of an indicator says of a target that is there must be what the target says. */
function sharedWithTarget(
  ground: Ground,
  row: TableRow,
  { ofTarget }: RowFields,
  target: Node | null,
  findings: Finding[],
): void {
  if (!target) return;
  const planned = ground.plannedFields.get(target.id);
  const stored = target.item?.fields ?? planned ?? {};
  for (const [path, { value, column }] of ofTarget) {
    if (value === null || oneLine(String(value)) === oneLine(String(stored[path] ?? ''))) continue;
    const field = ground.fieldOf('target', path);
    findings.push({
      ...{ level: 'doubt', column },
      reason: `${field?.label ?? path} adalah isian sasaran, dan sasaran ini sudah ada dengan isi lain.`,
      remedy: 'Ubah pada isian sasarannya, atau abaikan sel ini.',
      choices: [{ label: 'Abaikan sel ini', cells: answerFor(row, column, '') }],
    });
  }
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
