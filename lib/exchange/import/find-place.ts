import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Ground } from './ground';
import type { NewRow } from './new-row';
import type { Node } from './plan-index';
import { cellKey, type Finding } from './report';
import type { Placed, TableRow } from './table';
import { short } from './values';
import { oneLine, squeezed } from './wording';

/** A goal or target that a row hangs under: there, planned by an earlier row, or to be begun with this one. */
type Above = { kind: ItemKind; title: Placed; node: Node | null };

export type Found = {
  dimensionId: string | null;
  above: Partial<Record<'goal' | 'target', Above>>;
  /** Where it hangs, when that is there already or planned. */
  parentId: string | null;
};

/** Finds dimension, goal and target of a row; null when one of them has to be asked for first. */
export function placeOf(ground: Ground, row: TableRow, wanted: NewRow, findings: Finding[]): Found | null {
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
export function one(nodes: readonly Node[], ground: Ground): Node | null {
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
