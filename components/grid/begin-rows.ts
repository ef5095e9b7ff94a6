import { Attempt, askAll } from '@/lib/live/ask';
import { saveChangesAction } from '@/lib/plan/actions';
import { kinds } from '@/lib/plan/kinds/all';
import type { Fields, Years } from '@/lib/plan/kinds/kind';
import type { GridItem, GridPlace } from '@/lib/plan/read/grid';

type Begun = { begun: GridItem[]; message: string };

const mostAtOnce = 50;
/** As in the sender: whatever the alphabet, the server reads a request of that size. */
const mostLetters = 50_000;

/** By row, until it is begun: the same row asked for again keeps its key, one with other cells is no repetition. */
const attempts = new Map<string, Attempt>();

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
  const create = {
    ...{ kind: 'indicator' as const, parentId: place.id, dimensionId: place.dimensionId },
    departmentId: department.id,
  };
  const all = rows.map(({ id, fields }) => {
    const change = {
      itemId: id,
      version: 0,
      create,
      fields: { ...kinds.indicator.startsWith?.(plan), ...fields },
    };
    const attempt = attempts.get(id) ?? new Attempt();
    attempts.set(id, attempt);
    return { mutationId: attempt.keyFor(change), ...change };
  });
  for (const changes of inParts(all)) {
    const answer = await askAll(saveChangesAction({ person, changes }));
    if (!Array.isArray(answer)) return { begun, message: answer.message };
    let message = '';
    for (const change of changes) {
      const outcome = answer.find(({ mutationId }) => mutationId === change.mutationId);
      if (outcome?.ok) {
        attempts.delete(change.itemId);
        // An answer that was lost began it; what says nothing new since has no version of its own.
        const version = outcome.version || 1;
        begun.push({ ...itemOf(change.itemId, change.fields, place, department), version });
      } else message ||= outcome?.message ?? '';
    }
    if (message) return { begun, message };
  }
  return { begun, message: '' };
}

function inParts<Change extends { fields: Fields }>(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = [];
  let letters = 0;
  for (const change of changes) {
    const size = JSON.stringify(change.fields).length;
    const last = parts.at(-1);
    if (last && last.length < mostAtOnce && letters + size <= mostLetters) {
      last.push(change);
      letters += size;
    } else {
      parts.push([change]);
      letters = size;
    }
  }
  return parts;
}

/** Puts rows away that were begun here, or brings them back; '' or why not. */
export async function setAway(
  person: string,
  rows: readonly { id: string; version: number }[],
  isArchived: boolean,
): Promise<string> {
  const all = rows.map(({ id, version }) => ({
    ...{ mutationId: `${id}-${isArchived ? 'arsip' : 'pulih'}-${version}`, itemId: id, version },
    ...{ isArchived, fields: {} },
  }));
  for (const changes of inParts(all)) {
    const answer = await askAll(saveChangesAction({ person, changes }));
    if (!Array.isArray(answer)) return answer.message;
    const refused = answer.find(({ ok }) => !ok);
    if (refused && !refused.ok) return refused.message;
  }
  return '';
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
    ...{ leftOutReason: null, copiedFromId: null },
  };
}
