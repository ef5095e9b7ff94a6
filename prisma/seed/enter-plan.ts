import { randomUUID } from 'node:crypto';
import type { Outcome } from '@/lib/plan/outcome';
import type { Change, StepRequest } from '@/lib/plan/schema';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { actorNamed } from './people';
import type { SourceItem } from './purbalingga';

/** An item that was entered: where it is and at which version it stands. */
export type Entered = SourceItem & { id: string; version: number };

/** The change that begins an item, as its department's browser would send it. */
export function beginning(item: SourceItem, id: string, parentId: string | null): Change {
  const { kind, dimension, department, isOwnerIllustrative, fields } = item;
  return {
    ...{ mutationId: randomUUID(), itemId: id, version: 0, fields },
    create: {
      ...{ kind, parentId, departmentId: department.toLowerCase(), illustrative: isOwnerIllustrative },
      dimensionId: dimension && `p1-${dimension.toLowerCase()}`,
    },
  };
}

/** Enters items (parents first), each as an operator of its department. */
export async function enterItems(
  regionId: string,
  items: readonly SourceItem[],
): Promise<Map<string, Entered>> {
  const entered = new Map<string, Entered>();
  for (const item of items) {
    const id = randomUUID();
    const parentId = item.parentKey ? (entered.get(item.parentKey)?.id ?? null) : null;
    const actor = await actorNamed(regionId, `${item.department.toLowerCase()}.operator`);
    const [outcome] = await saveChanges(actor, [beginning(item, id, parentId)]);
    entered.set(item.key, { ...item, id, version: accepted(outcome) });
  }
  return entered;
}

/** One step on one item, by the person with this user name. */
export async function step(
  regionId: string,
  username: string,
  item: Entered,
  step: StepRequest['step'],
  note?: string,
): Promise<void> {
  const actor = await actorNamed(regionId, username);
  const asked = { mutationId: randomUUID(), itemId: item.id, version: item.version };
  const [outcome] = await takeStep(actor, { step, note, items: [asked] });
  item.version = accepted(outcome);
}

function accepted(outcome: Outcome | undefined): number {
  if (!outcome?.ok) throw new Error(`not taken: ${outcome?.message}`);
  return outcome.version;
}
