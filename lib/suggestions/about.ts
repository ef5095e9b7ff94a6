import type { PlanItem } from '@/lib/plan/item';
import { findField, kinds } from '@/lib/plan/kinds/all';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { awaitsReview, isEditable } from '@/lib/plan/workflow';
import { ideaYear } from './idea';
import { valueText } from './proposal';

export type SuggestedItem = { id: string; kind: ItemKind; title: string; departmentCode: string };

/** What a suggestion is about, as far as who reads it may read that. */
export type SuggestedAbout =
  | {
      what: 'item';
      /** null: it is being drafted again and not this reader's to see. */
      item: SuggestedItem | null;
      owner: string;
      field: string | null;
      proposed: string | null;
      seen: string | null;
      now: string | null;
      /** What stands there is no longer what the author read. */
      isChanged: boolean;
      version: number;
      /** Why nothing can be written into the item now, in words; null when it can. */
      barred: string | null;
    }
  | {
      what: 'idea';
      dimensionId: string;
      kind: 'goal' | 'target' | 'indicator';
      parentId: string | null;
      facts: { label: string; value: string }[];
      title: string | null;
    };

/** An item as it is named where a suggestion tells of it. */
export const nameOf = ({ id, kind, fields, departmentId }: PlanItem, frame: PlanFrame): SuggestedItem => ({
  ...{ id, kind, title: textOf(fields, 'title') || `${kinds[kind].label} tanpa nama` },
  departmentCode: frame.departmentCode(departmentId),
});

type OnItem = {
  field: string | null;
  proposed: string | null;
  seen: string | null;
  seenVersion: number | null;
  item: { departmentId: string } | null;
};

/** What a suggestion on an item says, held against what stands there now; `item` is null for who may not read it. */
export function onItem(row: OnItem, frame: PlanFrame, item: PlanItem | null): SuggestedAbout {
  const field = item && row.field ? findField(item.kind, row.field, frame.plan) : undefined;
  const now = item && field ? valueText(field, item.fields) : null;
  return {
    ...{
      what: 'item',
      item: item && nameOf(item, frame),
      owner: frame.departmentCode(row.item?.departmentId ?? ''),
    },
    ...{ field: field?.label ?? null, proposed: row.proposed, seen: row.seen, now },
    isChanged: field !== undefined && (now ?? '') !== (row.seen ?? ''),
    version: item?.version ?? row.seenVersion ?? 1,
    barred: item ? whyBarred(item) : null,
  };
}

function whyBarred({ status }: PlanItem): string | null {
  if (isEditable(status)) return null;
  return awaitsReview(status)
    ? 'Isian ini sedang ditinjau. Tarik dulu, lalu terima usulannya.'
    : 'Isian ini sudah disetujui. Minta koordinator membukanya kembali, lalu terima usulannya.';
}

type AsIdea = {
  dimensionId: string | null;
  kind: ItemKind | null;
  parentId: string | null;
  title: string | null;
  unit: string | null;
  direction: string | null;
  target: string | null;
};

/** What an idea says, as far as it was put into fields. */
export function asIdea(row: AsIdea, frame: PlanFrame, known: ReadonlyMap<string, PlanItem>): SuggestedAbout {
  const kind = row.kind ?? 'indicator';
  const parent = row.parentId ? known.get(row.parentId) : undefined;
  const label = (path: string) => findField(kind, path, frame.plan)?.label ?? path;
  const facts = [
    { label: parent ? kinds[parent.kind].label : '', value: parent ? textOf(parent.fields, 'title') : '' },
    { label: label('unit'), value: row.unit ?? '' },
    { label: label('direction'), value: directionText(kind, row.direction, frame) },
    { label: label(`milestones.${ideaYear(frame.plan)}`), value: row.target ?? '' },
  ];
  return {
    ...{ what: 'idea', dimensionId: row.dimensionId ?? '', kind, parentId: parent?.id ?? null },
    ...{ facts: facts.filter(({ value }) => value !== ''), title: row.title },
  };
}

const directionText = (kind: ItemKind, direction: string | null, frame: PlanFrame) =>
  findField(kind, 'direction', frame.plan)?.options?.find(({ value }) => value === direction)?.label ??
  direction ??
  '';
