import { verifyStream } from '@/lib/plan/log/verify';
import type { Outcome } from '@/lib/plan/outcome';
import { sameValue } from '@/lib/plan/paths';
import type { Attempt, Ending, History } from './history';
import { type Told, type Written, walk } from './written';

/** One thing that must not be: which promise it breaks, and how it shows. */
export type Complaint = { rule: Rule; says: string };

export type Rule =
  | 'chain'
  | 'doubled'
  | 'lost'
  | 'answer'
  | 'overwritten'
  | 'unseen'
  | 'order'
  | 'reading'
  | 'belief'
  | 'tables'
  | 'stranger';

type Taken = Extract<Outcome, { ok: true }>;
type Case = { history: History; ending: Ending; told: Told; byMutation: Map<string, Written[]> };

/**
 * Holds what clients sent, heard and saw against the log and the tables, in the manner of Jepsen: every field
 * is a register, an acknowledgement is a promise, and nothing is written over what its writer had not seen.
 * Pure; answers with all that does not hold.
 */
export function check(history: History, ending: Ending): Complaint[] {
  const told = walk(ending.events);
  const byMutation = new Map<string, Written[]>();
  for (const write of told.writes) {
    const { mutationId } = write.event;
    byMutation.set(mutationId, [...(byMutation.get(mutationId) ?? []), write]);
  }
  const all: Case = { history, ending, told, byMutation };
  return [
    ...checkChain(all),
    ...checkDoubled(all),
    ...checkAnswers(all),
    ...checkOverwritten(all),
    ...checkOrder(all),
    ...checkReadings(all),
    ...checkBeliefs(all),
    ...checkTables(all),
  ];
}

const complain = (rule: Rule, says: string): Complaint => ({ rule, says });
const show = (value: unknown) => JSON.stringify(value);
const takenOf = ({ outcome }: Attempt): Taken | null => (outcome?.ok ? outcome : null);

function checkChain({ ending, told }: Case): Complaint[] {
  const flaws = verifyStream(ending.stream, ending.events, ending.head);
  return [
    ...flaws.map(({ revision, problem }) => complain('chain', `${revision}: ${problem}`)),
    ...told.writes
      .filter(({ torn }) => torn.length > 0)
      .map(({ event, torn }) => complain('chain', `${event.revision}: ${torn} did not stand there before`)),
  ];
}

/** No mutation is applied twice, and every change since the beginning was some client's. */
function checkDoubled({ history, ending, byMutation }: Case): Complaint[] {
  const known = new Set(history.attempts.map(({ mutationId }) => mutationId));
  return [...byMutation].flatMap(([mutationId, writes]) => {
    const isNew = (writes[0]?.event.revision ?? 0) > ending.begunAt;
    return [
      ...(writes.length > 1
        ? [complain('doubled', `${mutationId} is in the log ${writes.length} times`)]
        : []),
      ...(isNew && !known.has(mutationId) ? [complain('stranger', `nobody sent ${mutationId}`)] : []),
    ];
  });
}

/** An answer says what the log says, however often it was asked for. */
function checkAnswers({ history, told, byMutation }: Case): Complaint[] {
  return history.attempts.flatMap(({ client, mutationId, itemId, fields, outcome }) => {
    const [write] = byMutation.get(mutationId) ?? [];
    const who = `${client}, ${mutationId}`;
    if (!outcome) return [];
    if (!outcome.ok) {
      return write ? [complain('answer', `${who}: ${outcome.reason}, though it is in the log`)] : [];
    }
    if (!write) {
      // Nothing new to write is an honest answer only if it stood there already.
      return Object.entries(fields)
        .filter(([field, value]) => !sameValue(told.at(itemId, field, outcome.revision), value))
        .map(([field, value]) => complain('lost', `${who}: ${field} = ${show(value)} was acknowledged`));
    }
    const { revision } = write.event;
    if (outcome.revision !== revision || outcome.version !== write.version || write.itemId !== itemId) {
      const heard = `revision ${outcome.revision}, version ${outcome.version}`;
      return [complain('answer', `${who}: heard ${heard}; the log has ${revision}, ${write.version}`)];
    }
    return Object.entries(fields)
      .filter(([field, value]) => !sameValue(told.at(itemId, field, revision), value))
      .map(([field, value]) => complain('lost', `${who}: ${field} = ${show(value)} is not in ${revision}`));
  });
}

/** Whoever wrote over a value had seen it. */
function checkOverwritten({ history, told, byMutation }: Case): Complaint[] {
  const first = new Map<string, Attempt>();
  for (const attempt of history.attempts)
    if (!first.has(attempt.mutationId)) first.set(attempt.mutationId, attempt);
  return [...first.values()].flatMap(({ client, mutationId, version, seen }) => {
    const [write] = byMutation.get(mutationId) ?? [];
    if (!write) return [];
    return [...write.fields].flatMap(([field, { before }]) => {
      const where = `${client}, ${mutationId}: ${field} of ${write.itemId}`;
      const last = told
        .ofItem(write.itemId)
        .findLast(earlier => earlier.version < write.version && earlier.fields.has(field));
      const says = `${where}, made on version ${version}, written over version ${last?.version}`;
      return [
        ...(last && last.version > version ? [complain('overwritten', says)] : []),
        ...(seen && field in seen && !sameValue(seen[field], before)
          ? [complain('unseen', `${where}: saw ${show(seen[field])}, wrote over ${show(before)}`)]
          : []),
      ];
    });
  });
}

/** What was answered before something else was sent stands before it in the log. */
function checkOrder({ history, byMutation }: Case): Complaint[] {
  const sorted = history.attempts.filter(takenOf).sort((a, b) => (a.until ?? 0) - (b.until ?? 0));
  const firstSent = new Map<string, number>();
  for (const { mutationId, at } of history.attempts)
    firstSent.set(mutationId, Math.min(at, firstSent.get(mutationId) ?? at));
  const later = [...firstSent]
    .flatMap(([mutationId, at]) => {
      const [write] = byMutation.get(mutationId) ?? [];
      return write ? [{ mutationId, at, revision: write.event.revision }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const complaints: Complaint[] = [];
  let highest = 0;
  let next = 0;
  for (const { mutationId, at, revision } of later) {
    for (; (sorted[next]?.until ?? Number.POSITIVE_INFINITY) < at; next += 1) {
      const [write] = byMutation.get(sorted[next]?.mutationId ?? '') ?? [];
      highest = Math.max(highest, write?.event.revision ?? 0);
    }
    if (revision < highest)
      complaints.push(complain('order', `${mutationId} is ${revision}, sent after ${highest} was answered`));
  }
  return complaints;
}

/** A page shows one state of the item, and never an older one than its reader was told of. */
function checkReadings({ history, told }: Case): Complaint[] {
  return history.readings.flatMap(({ client, itemId, at, version, fields }) => {
    const where = `${client} read ${itemId} at version ${version}`;
    const promised = history.attempts.reduce((highest, attempt) => {
      const isBefore = attempt.client === client && attempt.itemId === itemId && (attempt.until ?? at) < at;
      return isBefore ? Math.max(highest, takenOf(attempt)?.version ?? 0) : highest;
    }, 0);
    const revision = told.ofItem(itemId)[version - 1]?.event.revision ?? 0;
    const wrong = Object.keys(fields).filter(
      field => !sameValue(told.at(itemId, field, revision), fields[field]),
    );
    return [
      ...(version < promised ? [complain('reading', `${where} after ${promised} was acknowledged`)] : []),
      ...wrong.map(field => complain('reading', `${where}: ${field} is ${show(fields[field])}`)),
    ];
  });
}

/** In the end the plan is what the clients believe: each field holds what was acknowledged last. */
function checkBeliefs({ history, ending }: Case): Complaint[] {
  const latest = new Map<string, { revision: number; value: unknown; client: string }>();
  const acknowledged = new Set<string>();
  for (const attempt of history.attempts) {
    const taken = takenOf(attempt);
    if (!taken) continue;
    for (const [field, value] of Object.entries(attempt.fields)) {
      const key = `${attempt.itemId} ${field}`;
      acknowledged.add(`${attempt.client} ${key} ${show(value)}`);
      const { client } = attempt;
      if (taken.revision >= (latest.get(key)?.revision ?? 0))
        latest.set(key, { revision: taken.revision, value, client });
    }
  }
  const stands = (key: string) => {
    const [itemId = '', field = ''] = key.split(' ');
    return ending.items.get(itemId)?.fields[field] ?? null;
  };
  return [
    ...[...latest]
      .filter(([key, { value }]) => !sameValue(stands(key), value as never))
      .map(([key, { value, client }]) =>
        complain('belief', `${key} is ${show(stands(key))}; ${client} was told ${show(value)} last`),
      ),
    ...history.beliefs
      .filter(
        ({ client, itemId, field, value, choice }) =>
          choice === 'mine' && !acknowledged.has(`${client} ${itemId} ${field} ${show(value)}`),
      )
      .map(({ client, itemId, field, value }) =>
        complain('lost', `${client} typed ${show(value)} in ${field} of ${itemId}, and nobody took it`),
      ),
    ...history.beliefs
      .filter(({ itemId, field, value }) => {
        const writers = new Set(
          history.attempts
            .filter(sent => sent.itemId === itemId && field in sent.fields)
            .map(sent => sent.client),
        );
        return writers.size <= 1 && !sameValue(stands(`${itemId} ${field}`), value);
      })
      .map(({ client, itemId, field, value }) =>
        complain(
          'belief',
          `${client} alone wrote ${field} of ${itemId}; it is ${show(stands(`${itemId} ${field}`))}, not ${show(value)}`,
        ),
      ),
  ];
}

/** fold(events) = tables, for every item and field that the tables were read for. */
function checkTables({ ending, told }: Case): Complaint[] {
  return [...ending.items].flatMap(([itemId, { version, fields }]) => {
    const writes = told.ofItem(itemId);
    const wrong = Object.entries(fields).filter(
      ([field, value]) => !sameValue(told.at(itemId, field, ending.head.revision), value),
    );
    return [
      ...(writes.length === version
        ? []
        : [complain('tables', `${itemId} has version ${version} after ${writes.length} events`)]),
      ...wrong.map(([field, value]) =>
        complain('tables', `${field} of ${itemId} is ${show(value)}, not what the log says`),
      ),
    ];
  });
}
