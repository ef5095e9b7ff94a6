import { askAll } from '@/lib/live/ask';
import { saveChangesAction } from '@/lib/plan/actions';
import { kinds } from '@/lib/plan/kinds/all';
import type { Fields, Years } from '@/lib/plan/kinds/kind';
import type { GridItem, GridPlace } from '@/lib/plan/read/grid';

type Begun = { begun: GridItem[]; message: string };

const mostAtOnce = 50;

/**
 * Begins indicators as drafts under a target. Their ids come with them, so that a lost answer asked for again
 * begins nothing twice. Answers with those that stand in the plan now, and why others do not.
 */
export async function beginRows(
  person: string,
  plan: Years,
  rows: readonly { id: string; fields: Fields }[],
  place: GridPlace,
  department: { id: string; code: string },
): Promise<Begun> {
  const begun: GridItem[] = [];
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    const part = rows.slice(from, from + mostAtOnce);
    const create = {
      ...{ kind: 'indicator' as const, parentId: place.id, dimensionId: place.dimensionId },
      departmentId: department.id,
    };
    const changes = part.map(({ id, fields }) => ({
      ...{ mutationId: `${id}-awal`, itemId: id, version: 0, create },
      fields: { ...kinds.indicator.startsWith?.(plan), ...fields },
    }));
    const answer = await askAll(saveChangesAction({ person, changes }));
    if (!Array.isArray(answer)) return { begun, message: answer.message };
    for (const [index, outcome] of answer.entries()) {
      const change = changes[index];
      if (!outcome.ok) return { begun, message: outcome.message };
      if (change) begun.push(itemOf(change.itemId, change.fields, place, department));
    }
  }
  return { begun, message: '' };
}

/** Puts rows away that were begun here, or brings them back; '' or why not. */
export async function setAway(
  person: string,
  rows: readonly { id: string; version: number }[],
  isArchived: boolean,
): Promise<string> {
  const changes = rows.map(({ id, version }) => ({
    ...{ mutationId: `${id}-${isArchived ? 'arsip' : 'pulih'}-${version}`, itemId: id, version },
    ...{ isArchived, fields: {} },
  }));
  const answer = await askAll(saveChangesAction({ person, changes }));
  if (!Array.isArray(answer)) return answer.message;
  const refused = answer.find(({ ok }) => !ok);
  return refused && !refused.ok ? refused.message : '';
}

function itemOf(
  id: string,
  fields: Fields,
  { id: parentId, title: parentTitle, dimensionId }: GridPlace,
  department: { id: string; code: string },
): GridItem {
  return {
    ...{ id, planId: '', kind: 'indicator', parentId, parentTitle, dimensionId, fields },
    ...{ departmentId: department.id, departmentCode: department.code, supporterIds: [] },
    ...{ status: 'draft', version: 1, position: '', archivedAt: null, isEditable: true, beside: [] },
    ...{ illustrative: false, selfApproved: false, mergedIntoId: null, successor: null },
  };
}
