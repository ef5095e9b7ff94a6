import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { commonDatabase, database } from '@/lib/database/client';
import { type Actor, asScreen, can } from './policy';
import { loadActor } from './session';
import { sessionSeconds } from './settings';
import { countWrongCode, waitForCode } from './throttle';

const keyMs = 10 * 60 * 1000;
const touchMs = 60 * 1000;

const rowId = (token: string) => createHash('sha256').update(token).digest('hex');

type Made = { ok: true; key: string } | { ok: false; reason: 'denied' | 'status'; message: string };

/** Keeps a key that opens one screen, once, within ten minutes, while the day in the hall lasts. */
export async function makeScreenKey(actor: Actor, hallId: string, key: string): Promise<Made> {
  const { regionId, userId } = actor;
  if (!can.runHall(actor))
    return { ok: false, reason: 'denied', message: 'Hanya sekretariat yang dapat membuka layar.' };
  if (!(await isOpen(regionId, hallId))) {
    const message = 'Hari Bimtek ini sudah ditutup. Muat ulang halaman, lalu buka hari yang baru.';
    return { ok: false, reason: 'status', message };
  }
  const now = new Date();
  await commonDatabase().session.create({
    data: {
      ...{ id: rowId(key), regionId, userId, hallId, kind: 'screenKey' },
      ...{ createdAt: now, lastSeenAt: now, address: '', device: '' },
    },
  });
  return { ok: true, key };
}

type Opened = { ok: true; token: string } | { ok: false; message: string };

/**
 * Trades a key for the session of a screen. It belongs to whoever made the key, who finds and ends it among
 * their sessions; it lives for 12 h without idle end, and ends with the day in the hall.
 * @param key null when what was typed cannot be one
 */
export async function openScreen(
  key: string | null,
  { address, device }: { address: string; device: string },
): Promise<Opened> {
  const wait = await waitForCode(address);
  if (wait > 0) return { ok: false, message: `Terlalu banyak kode keliru. Coba lagi dalam ${wait} detik.` };
  const now = new Date();
  const id = rowId(key ?? '');
  // Who ends the key has it; of two at once only one does.
  const { count } = await commonDatabase().session.updateMany({
    where: { id, kind: 'screenKey', endedAt: null, createdAt: { gt: new Date(now.getTime() - keyMs) } },
    data: { endedAt: now },
  });
  const made = count === 1 ? await commonDatabase().session.findUnique({ where: { id } }) : null;
  if (!made?.hallId || !(await actorOf(made))) {
    await countWrongCode(address);
    const message =
      'Kode layar keliru, sudah dipakai, atau lewat 10 menit. Minta yang baru di halaman Bimtek.';
    return { ok: false, message };
  }
  const { regionId, userId, hallId } = made;
  const token = randomBytes(32).toString('base64url');
  await commonDatabase().session.create({
    data: {
      ...{ id: rowId(token), regionId, userId, hallId, kind: 'screen' },
      ...{ createdAt: now, lastSeenAt: now, address, device: device.slice(0, 200) },
    },
  });
  return { ok: true, token };
}

/** The Actor of a screen, or null. Its row decides each time, with the day in the hall and whoever opened it. */
export async function actorOfScreen(token: string): Promise<Actor | null> {
  const id = rowId(token);
  const session = await commonDatabase().session.findUnique({ where: { id } });
  const now = Date.now();
  if (session?.kind !== 'screen' || session.endedAt) return null;
  if (now - session.createdAt.getTime() > sessionSeconds * 1000) return null;
  const actor = await actorOf(session);
  if (actor && now - session.lastSeenAt.getTime() > touchMs) {
    await commonDatabase().session.updateMany({
      where: { id, endedAt: null },
      data: { lastSeenAt: new Date(now) },
    });
  }
  return actor;
}

type Row = { id: string; regionId: string; userId: string; hallId: string | null };

async function actorOf({ id, regionId, userId, hallId }: Row): Promise<Actor | null> {
  const maker = await loadActor(regionId, userId, id);
  return maker && can.runHall(maker) && (await isOpen(regionId, hallId)) ? asScreen(maker) : null;
}

async function isOpen(regionId: string, hallId: string | null): Promise<boolean> {
  if (hallId === null) return false;
  return (
    (await database(regionId).hallSession.count({ where: { regionId, id: hallId, closedAt: null } })) > 0
  );
}
