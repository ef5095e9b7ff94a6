import 'server-only';
import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/access/password';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { append } from '@/lib/plan/log/append';
import { log } from '@/lib/server/log';
import { type Deed, denied, type Refused, refuse } from '../deed';
import { judgeDepartments } from '../department-rows';
import { madeEntry } from '../logged';
import { newPassword } from '../one-use-password';
import { type Judged, mostRows, type PastedRow } from '../pasted-rows';
import { judgePeople, type PersonRow } from '../people-rows';
import { getKnownRows, rowsOf } from '../read/pasted';
import { createDepartment } from './departments';
import { settled } from './ground';
import { makeMembership } from './memberships';
import { withRegion } from './take-region';

/** What became of one pasted row: written, written before, or why not. */
export type Written = { line: number; pasted: string; isMade: boolean; says: string };

export type ImportOutcome = { ok: true; written: Written[] } | Refused;

export type ImportForm = {
  mutationId: string;
  what: 'orang' | 'opd';
  text: string;
  /** Doubtful rows that the secretariat looked at and wants. */
  wanted: readonly number[];
};

/**
 * Writes pasted rows, each on its own, so that one that is refused takes none of the others with it. A row's
 * key is made of the form's key and its line: sent again, it hears that it is done.
 */
export async function importRows(actor: Actor, form: ImportForm): Promise<ImportOutcome> {
  if (!can.managePeople(actor)) return denied();
  const rows = rowsOf(actor, form);
  if (rows.length === 0) return refuse('invalid', 'Tempel dulu barisnya.', 'text');
  if (rows.length > mostRows)
    return refuse('invalid', `Tempel paling banyak ${mostRows} baris. Sekarang ${rows.length}.`, 'text');
  const key = ({ line }: PastedRow) => `${form.mutationId}:${line}`;
  const known = await getKnownRows(actor, rows.map(key));
  const left = rows.filter(row => !known.done.has(key(row)));
  const makers = {
    orang: async () => {
      // Nobody knows this password: the printed sheet brings one that somebody does.
      const passwordHash = await hashPassword(newPassword());
      return inTurn(judgePeople(left, known), form, row => importPerson(actor, row, passwordHash));
    },
    opd: () =>
      inTurn(judgeDepartments(left, known.departments), form, row =>
        createDepartment(actor, { ...row, from: '', to: '' }),
      ),
  };
  const written = await makers[form.what]();
  const before = rows
    .filter(row => known.done.has(key(row)))
    .map(({ line, cells }) => ({ line, pasted: cells.join(' | '), isMade: true, says: 'Sudah dibuat.' }));
  return { ok: true, written: [...before, ...written].sort((a, b) => a.line - b.line) };
}

async function inTurn<Row>(
  verdicts: readonly Judged<Row>[],
  { mutationId, wanted }: ImportForm,
  make: (row: Row & { mutationId: string }) => Promise<Deed>,
): Promise<Written[]> {
  const written: Written[] = [];
  for (const { line, pasted, state, reason, row } of verdicts) {
    const isWanted = row !== null && (state === 'ready' || wanted.includes(line));
    if (!isWanted) {
      written.push({ line, pasted, isMade: false, says: reason ?? 'Tidak dipilih.' });
      continue;
    }
    const made = await make({ ...row, mutationId: `${mutationId}:${line}` }).catch((error: unknown): Deed => {
      // The others are told all the same; what was written is written.
      log.error({ error }, 'a pasted row was not written');
      return refuse('missing', 'Belum tersimpan. Kirim lagi; baris yang sudah dibuat tidak berulang.');
    });
    written.push({ line, pasted, isMade: made.ok, says: made.message });
  }
  return written;
}

async function importPerson(
  actor: Actor,
  { mutationId, ...person }: PersonRow & { mutationId: string },
  passwordHash: string,
): Promise<Deed> {
  const { regionId } = actor;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const owner = await ownerOf(tx, actor, person.username);
    if (owner) {
      const message = `Nama pengguna ${person.username} baru saja dipakai ${owner}. Tempel baris ini lagi.`;
      return refuse('invalid', message);
    }
    const { name, username, position, ...post } = person;
    const row = {
      ...{ id: randomUUID() as string, username, name, position: position || null, isDemo: false },
      ...{ disabledAt: null, passwordSetAt: new Date(), mustChangePassword: true },
    };
    const entry = madeEntry('user', row, { action: 'import', mutationId });
    await tx.user.create({ data: { regionId, ...row, passwordHash } });
    const decree = { decreeId: '', decreeNumber: '', decreeDate: '', decreeSubject: '' };
    const made = await makeMembership(tx, actor, row.id, {
      ...{ ...post, dimensionId: '', from: '', to: '' },
      ...decree,
    });
    // The judgement looked at the same rules a moment ago; only a crossing change leads here.
    if ('problem' in made) throw new Error(made.problem.message);
    await append(tx, actor, head, [entry, ...made.entries]);
    return { ok: true, message: `Akun ${username} sudah dibuat.`, id: row.id };
  });
}

async function ownerOf(tx: Transaction, { regionId }: Actor, username: string): Promise<string | null> {
  const owner = await tx.user.findUnique({
    where: { regionId_username: { regionId, username } },
    select: { name: true },
  });
  return owner?.name ?? null;
}
