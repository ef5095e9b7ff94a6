import type { PlanItem } from '@/lib/plan/item';
import { findField, kinds } from '@/lib/plan/kinds/all';
import { inSentence, textOf, type Years } from '@/lib/plan/kinds/kind';
import type { EventBody } from '@/lib/plan/log/body';
import { fieldOfPath } from '@/lib/plan/paths';
import { isStep, type Step, steps } from '@/lib/plan/workflow';

/** One change as a wall tells it: "14.05 DINAS mengisi target, Prevalensi stunting". */
export type ToldOnWall = {
  id: string;
  at: string;
  /** Whose item it is; nobody is named. */
  who: string;
  /** What follows that name directly: " mengajukan indikator", ": indikator disetujui". */
  deed: string;
  /** Its place, null for the region's own. */
  dimensionId: string | null;
  /** Null while it is a draft that not everybody reads. */
  title: string | null;
};

type Event = Pick<EventBody, 'action' | 'changes' | 'at'>;
type Shown = Pick<PlanItem, 'id' | 'kind' | 'dimensionId'> & { fields?: PlanItem['fields'] };

const deeds: Record<string, string> = {
  create: 'menambah',
  move: 'memindahkan',
  reorder: 'menata ulang',
  restore: 'memulihkan',
};

/**
 * What an event says to everybody. Of an item without `fields`, which is still its owner's, only that it is
 * being worked on.
 */
export function tellOnWall(item: Shown, who: string, event: Event, years: Years): ToldOnWall {
  const { id, dimensionId, fields } = item;
  const title = fields ? textOf(fields, 'title') || null : null;
  return { id, at: event.at, who, deed: deedOf(item, event, years), dimensionId, title };
}

function deedOf(item: Shown, event: Event, years: Years): string {
  const label = kinds[item.kind].label.toLowerCase();
  if (isStep(event.action)) return stepDeed(event.action, label);
  const known = deeds[event.action];
  if (known) return ` ${known} ${label}`;
  return (item.fields && changeDeed(item.kind, event, years)) || ` menyusun ${label}`;
}

// What a reviewer did happened to the item: its owner is named, and no one else.
function stepDeed(step: Step, label: string): string {
  return steps[step].by === 'owner'
    ? ` ${steps[step].deed.toLowerCase()} ${label}`
    : `: ${label} ${steps[step].passive}`;
}

function changeDeed(kind: PlanItem['kind'], { changes }: Event, years: Years): string | null {
  const paths = [...new Set(changes.map(({ path }) => fieldOfPath(path)))];
  const labels = paths.flatMap(path => findField(kind, path, years)?.label ?? []);
  const [first, ...others] = labels;
  if (!first) return null;
  const verb = changes.every(({ before }) => before === null) ? 'mengisi' : 'mengubah';
  return ` ${verb} ${inSentence(first)}${others.length > 0 ? ` dan ${others.length} isian lain` : ''}`;
}
