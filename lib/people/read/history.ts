import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import { type StoryNames, type ToldDeed, tellPeople } from '../story';

/** A person, a department or a dimension, with what hangs on it. */
export type HistorySubject = { type: string; id: string };

const most = 200;

/**
 * What was done to these subjects, by whom and when, newest first (at most two hundred entries).
 * @param posts roles by their keys, in words
 */
export async function listHistory(
  actor: Actor,
  subjects: readonly HistorySubject[],
  posts: ReadonlyMap<string, string> = new Map(),
): Promise<ToldDeed[]> {
  if (!can.managePeople(actor) || subjects.length === 0) return [];
  const { regionId } = actor;
  const ids = (type: string) => subjects.filter(subject => subject.type === type).map(({ id }) => id);
  const types = [...new Set(subjects.map(({ type }) => type))];
  const events = await database(regionId).event.findMany({
    where: {
      regionId,
      OR: types.map(subjectType => ({ subjectType, subjectId: { in: ids(subjectType) } })),
    },
    orderBy: { at: 'desc' },
    take: most,
    select: { body: true },
  });
  return tellPeople(events, await namesOf(actor), posts);
}

async function namesOf({ regionId }: Actor): Promise<StoryNames> {
  const db = database(regionId);
  const where = { regionId };
  const [departments, dimensions, decrees] = await Promise.all([
    db.department.findMany({ where, select: { id: true, code: true, name: true, kind: true } }),
    db.dimension.findMany({ where, select: { id: true, name: true } }),
    db.decree.findMany({ where, select: { id: true, number: true } }),
  ]);
  const finder = (entries: [string, string][]) => {
    const map = new Map(entries);
    return (id: string) => map.get(id) ?? '';
  };
  return {
    department: finder(departments.map(({ id, ...department }) => [id, departmentLabel(department)])),
    dimension: finder(dimensions.map(({ id, name }) => [id, name])),
    decree: finder(decrees.map(({ id, number }) => [id, number])),
  };
}
