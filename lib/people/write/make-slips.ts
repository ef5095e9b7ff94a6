import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { append, type Entry } from '@/lib/plan/log/append';
import { type Deed, denied, refuse } from '../deed';
import { hashPasswords } from '../hash-passwords';
import { changedEntry } from '../logged';
import { newPassword } from '../one-use-password';
import { drawSlips } from '../read/slips';
import { settled } from './ground';
import { withRegion } from './take-region';

/** What the page showed of a person: nobody whose own password it did not show loses one. */
export type Chosen = Record<string, 'oneUse' | 'own'>;

const most = 500;

/**
 * Gives each chosen person a new one-use password, ends their sessions, and answers with the sheets: the only
 * time that these passwords are told. Who set an own password since the page was read is left out and named.
 * @param site the address that the sheets lead to
 */
export async function makeSlips(
  actor: Actor,
  { mutationId, chosen }: { mutationId: string; chosen: Chosen },
  site: string,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId, userId } = actor;
  const ids = Object.keys(chosen).filter(id => id !== userId);
  if (ids.length === 0) return refuse('invalid', 'Pilih paling sedikit satu orang lain.');
  if (ids.length > most) return refuse('invalid', `Pilih paling banyak ${most} orang sekali cetak.`);
  const passwords = new Map(ids.map(id => [id, newPassword()]));
  const hashes = await hashPasswords([...passwords.values()]);
  const left: string[] = [];
  const made = await withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop?.ok === true)
      return refuse('shown', 'Lembar ini sudah pernah tampil dan tidak dapat dibuka lagi. Buat lembar baru.');
    if (stop) return stop;
    const people = await tx.user.findMany({
      where: { regionId, id: { in: ids } },
      select: { id: true, name: true, passwordSetAt: true, mustChangePassword: true, disabledAt: true },
    });
    const entries: Entry[] = [];
    const data = { passwordSetAt: new Date(), mustChangePassword: true };
    for (const { id, name, disabledAt, ...before } of people) {
      const isOwnSince = chosen[id] === 'oneUse' && !before.mustChangePassword;
      if (disabledAt || isOwnSince) {
        left.push(name);
        passwords.delete(id);
        continue;
      }
      const passwordHash = hashes[ids.indexOf(id)] ?? '';
      await tx.user.update({ where: { regionId_id: { regionId, id } }, data: { ...data, passwordHash } });
      const key = entries.length === 0 ? mutationId : undefined;
      entries.push(changedEntry('user', id, 'reset', { before, after: data }, key));
    }
    if (entries.length === 0)
      return refuse('invalid', 'Semua yang dipilih sudah nonaktif atau sudah mengganti kata sandinya.');
    const where = { regionId, userId: { in: entries.map(({ subject }) => subject.id) }, endedAt: null };
    await tx.session.updateMany({ where, data: { endedAt: new Date() } });
    await append(tx, actor, head, entries);
    return { ok: true, message: `${entries.length} lembar siap dicetak.` };
  });
  if (!made.ok) return made;
  const skipped = left.length > 0 ? ` Tidak dibuat untuk: ${left.join(', ')}.` : '';
  return { ok: true, message: made.message + skipped, slips: await drawSlips(actor, passwords, site) };
}
