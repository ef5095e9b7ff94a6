import { sayNext } from '@/components/ui/flash';
import { Attempt, askAll } from '@/lib/live/ask';
import { newId } from '@/lib/live/mutation-id';
import { arrangeAction } from '@/lib/plan/actions';
import { itemPath } from '@/lib/plan/kinds/all';
import type { Fields, ItemKind } from '@/lib/plan/kinds/kind';
import type { SentChange } from '@/lib/plan/schema';

/** An item as far as arranging it needs to know. */
export type Arranged = {
  id: string;
  kind: ItemKind;
  parentId: string | null;
  dimensionId: string | null;
  departmentId: string;
  title: string;
  version: number;
};

/** `taken`: how many of the changes, from the first on, were taken before one was refused. */
export type Answer = { ok: true } | { ok: false; message: string; taken: number };

/** Sends changes of place in their order; the first that is refused is told, with why. */
async function send(person: string, changes: SentChange[]): Promise<Answer> {
  const answer = await askAll(arrangeAction({ person, changes }));
  if (!Array.isArray(answer)) return { ok: false, message: answer.message, taken: 0 };
  const taken = answer.filter(({ ok }) => ok).length;
  const refused = answer.find(({ ok }) => !ok);
  return refused && !refused.ok ? { ok: false, message: refused.message, taken } : { ok: true };
}

const changeOf = ({ id, version }: Pick<Arranged, 'id' | 'version'>) => ({
  ...{ mutationId: newId(), itemId: id, version, fields: {} },
});

/** Hangs an item under a parent: directly after a sibling, as the first (null), or as the last (undefined). */
export function place(person: string, item: Arranged, parentId: string | null, after?: string | null) {
  return send(person, [
    { ...changeOf(item), place: { parentId, ...(after === undefined ? {} : { after }) } },
  ]);
}

/** Puts items away: what hangs below comes first in the list. */
export function putAway(person: string, items: readonly Arranged[]) {
  return send(
    person,
    items.map(item => ({ ...changeOf(item), isArchived: true })),
  );
}

/** An item to be brought back: out of the archive unless it is in the plan, with these fields if there are any. */
export type Past = Pick<Arranged, 'id' | 'version'> & { isInPlan?: boolean; fields?: Fields };

/** Brings items back at the version that they are at: parents come first in the list. */
export function bringBack(person: string, items: readonly Past[]) {
  return send(
    person,
    items.flatMap(({ id, version, isInPlan = false, fields = {} }) => [
      ...(isInPlan ? [] : [{ ...changeOf({ id, version }), isArchived: false }]),
      ...(Object.keys(fields).length > 0
        ? [{ ...changeOf({ id, version: isInPlan ? version : version + 1 }), fields }]
        : []),
    ]),
  );
}

const copies = new Attempt();

/** Makes a copy beside the original and opens it; '' or why not. A lost answer asked for again makes no second one. */
export async function copyAndOpen(person: string, item: Arranged, departmentId: string): Promise<string> {
  const { kind, parentId, dimensionId, id, title } = item;
  const itemId = copies.keyFor([id, item.version, departmentId]);
  const answer = await send(person, [
    {
      ...{ mutationId: `${itemId}-awal`, itemId, version: 0 },
      create: { kind, parentId, dimensionId, departmentId, copyOf: id },
      place: { parentId, after: id },
      fields: { title: `${[...title].slice(0, 230).join('')} (salinan)` },
    },
  ]);
  if (!answer.ok) return answer.message;
  copies.forget();
  sayNext('Salinan dibuat. Ubah nama dan isinya.');
  window.location.assign(itemPath({ kind, id: itemId }));
  return '';
}
