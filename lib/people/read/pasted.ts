import 'server-only';
import { type Actor, can, leadingRole } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { departmentHeads, judgeDepartments } from '../department-rows';
import { type Judged, type PastedRow, pastedRows } from '../pasted-rows';
import { judgePeople, type PeopleKnown, type PersonRow, peopleHeads } from '../people-rows';
import { postWords } from '../words';

type Pasted = { what: 'orang' | 'opd'; text: string };

/** One row of a dry run: what would be made, or why not. Nothing is written. */
export type DryRow = Pick<Judged<unknown>, 'line' | 'pasted' | 'state' | 'reason'> & { makes: string };

/** The rows of a pasted text; none for who may not manage people. */
export function rowsOf(actor: Actor, { what, text }: Pasted): PastedRow[] {
  if (!can.managePeople(actor)) return [];
  return pastedRows(text, what === 'orang' ? peopleHeads : departmentHeads);
}

/** What pasted rows are held against, and which of these mutations were written before. */
export async function getKnownRows(
  actor: Actor,
  keys: readonly string[],
): Promise<PeopleKnown & { done: ReadonlySet<string> }> {
  if (!can.managePeople(actor)) {
    return { departments: [], people: [], heads: new Map(), done: new Set() };
  }
  const { regionId, userId } = actor;
  const db = database(regionId);
  const [departments, people, heads, events] = await Promise.all([
    db.department.findMany({
      where: { regionId, ...heldToday() },
      select: { id: true, code: true, name: true, kind: true },
    }),
    db.user.findMany({ where: { regionId }, select: { username: true, name: true } }),
    db.membership.findMany({
      where: { regionId, role: leadingRole, user: { disabledAt: null }, ...heldToday() },
      select: { departmentId: true, user: { select: { name: true } } },
    }),
    db.event.findMany({
      where: { regionId, actorId: userId, mutationId: { in: [...keys] } },
      select: { mutationId: true },
    }),
  ]);
  return {
    ...{ departments, people },
    heads: new Map(heads.map(({ departmentId, user }) => [departmentId ?? '', user.name])),
    done: new Set(events.map(({ mutationId }) => mutationId)),
  };
}

/** What would become of pasted rows. */
export async function dryRun(actor: Actor, pasted: Pasted): Promise<DryRow[]> {
  const rows = rowsOf(actor, pasted);
  const known = await getKnownRows(actor, []);
  if (pasted.what === 'opd')
    return judgeDepartments(rows, known.departments).map(({ row, ...verdict }) => ({
      ...verdict,
      makes: row ? `${row.code}, ${row.name}` : '',
    }));
  return judgePeople(rows, known).map(({ row, ...verdict }) => ({
    ...verdict,
    makes: row ? `${row.name}, ${wordsOf(row, known)}, nama pengguna ${row.username}` : '',
  }));
}

function wordsOf({ role, tenure, departmentId }: PersonRow, { departments }: PeopleKnown): string {
  return postWords({ role, tenure, department: departments.find(({ id }) => id === departmentId) });
}
