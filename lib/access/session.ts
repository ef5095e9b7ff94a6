import 'server-only';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { commonDatabase, database } from '@/lib/database/client';
import { forget, heardSoFar, type Known, recall, remember } from './known';
import { verifyPassword } from './password';
import { type Actor, actsForDepartment, can, formerRole, type Grant } from './policy';
import { keysOf } from './practice';
import { authSecret, idleMs, sessionSeconds } from './settings';
import { heldToday, today } from './tenure';
import { clearFailures, takeAttempt } from './throttle';

const touchMs = 60 * 1000;

const rowId = (token: string) => createHash('sha256').update(token).digest('hex');

/** The person as an Actor with the roles of today; null when unknown or disabled. */
export async function loadActor(
  regionId: string,
  userId: string,
  sessionId: string | null = null,
): Promise<Actor | null> {
  const user = await database(regionId).user.findFirst({
    where: { regionId, id: userId, disabledAt: null },
    select: {
      id: true,
      name: true,
      mustChangePassword: true,
      guest: { select: { state: true } },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, departmentId: true, dimensionId: true, tenure: true, reviewsOnlyId: true },
          department: { select: { validTo: true } },
        },
      },
    },
  });
  if (!user) return null;
  const grants = user.memberships.map(({ reviewsOnlyId: _, ...held }) => grantOf(held));
  const coordinates = await coordinatedDimensions(regionId, grants);
  const reviewsOnly = user.memberships.flatMap(({ reviewsOnlyId }) => reviewsOnlyId ?? []).at(0);
  return {
    regionId,
    userId: user.id,
    name: user.name,
    sessionId,
    grants,
    coordinates,
    ...(reviewsOnly === undefined ? {} : { reviewsOnly }),
    mustChangePassword: user.mustChangePassword,
    guest: user.guest?.state ?? null,
    asOf: Date.now(),
  } as unknown as Actor;
}

type Held = Omit<Grant, 'formerly'> & { department: { validTo: Date | null } | null };

// A department that has ended gives no right; those who worked for it go on reading.
function grantOf({ department, ...held }: Held): Grant {
  const hasEnded = department?.validTo != null && department.validTo < today();
  return hasEnded && actsForDepartment(held.role) ? { ...held, role: formerRole, formerly: held.role } : held;
}

// A decree names a department as coordinator: its head acts for it, and whom it delegated by membership.
async function coordinatedDimensions(regionId: string, grants: readonly Grant[]): Promise<string[]> {
  const headed = grants.filter(grant => grant.role === 'head').flatMap(grant => grant.departmentId ?? []);
  const delegated = grants.filter(grant => grant.role === 'coordinator');
  if (headed.length + delegated.length === 0) return [];
  const where = {
    OR: [
      { coordinatorId: { in: headed } },
      ...delegated.map(({ departmentId, dimensionId }) => ({
        id: dimensionId ?? '',
        coordinatorId: departmentId ?? '',
      })),
    ],
  };
  // Of the current plan: those of a plan that was amended are only read.
  const plan = await database(regionId).plan.findFirst({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: { dimensions: { where, orderBy: { position: 'asc' }, select: { id: true } } },
  });
  return plan?.dimensions.map(dimension => dimension.id) ?? [];
}

/**
 * Who holds this session, or null. The token only names a session; its row decides (SECURITY 1, 4).
 * @param options.isActivity false for what a page asks by itself: it keeps no session alive
 */
export async function actorOfToken(
  token: string,
  { isActivity = true }: { isActivity?: boolean } = {},
): Promise<Actor | null> {
  const id = rowId(token);
  const known = recall(id) ?? (await lookUp(id));
  const now = Date.now();
  if (!known || now - known.lastSeenAt > idleMs || now - known.createdAt > sessionSeconds * 1000) return null;
  if (isActivity && now - known.lastSeenAt > touchMs) {
    await commonDatabase().session.update({ where: { id }, data: { lastSeenAt: new Date(now) } });
    known.lastSeenAt = now;
  }
  return { ...known.actor, asOf: now };
}

async function lookUp(id: string): Promise<Known | null> {
  const [heard, since] = [heardSoFar(), Date.now()];
  const session = await commonDatabase().session.findUnique({ where: { id } });
  // A screen's session is no person's: lib/access/screen knows what little it opens.
  if (!session || session.endedAt || session.kind !== 'person') return null;
  const person = await loadActor(session.regionId, session.userId, id);
  if (!person) return null;
  const actor = await practisingAs(person, session);
  const times = { createdAt: session.createdAt.getTime(), lastSeenAt: session.lastSeenAt.getTime() };
  const known = { actor, since, ...times };
  remember(id, known, heard);
  return known;
}

type Practice = { practiceRegionId: string | null; practiceUserId: string | null };

/** Whom somebody practises as; themselves when their session is at work, or they may not practise any more. */
async function practisingAs(person: Actor, session: Practice): Promise<Actor> {
  const { practiceRegionId, practiceUserId } = session;
  if (practiceRegionId === null || practiceUserId === null) return person;
  if (person.mustChangePassword || !can.practise(person)) return person;
  // The region is held by the database to be the practice region of the person's own.
  if (!keysOf(person.userId).includes(practiceUserId)) return person;
  const actor = await loadActor(practiceRegionId, practiceUserId, person.sessionId);
  return actor ? { ...actor, practice: { regionId: person.regionId, userId: person.userId } } : person;
}

export type Credentials = {
  regionId: string;
  username: string;
  password: string;
  address: string;
  device: string;
};
type SignIn = { ok: true; userId: string; token: string } | { ok: false; message: string };

/** Checks name and password and opens a session. The answer never tells which of the two was wrong. */
export async function openSession(credentials: Credentials, deviceToken?: string): Promise<SignIn> {
  const { regionId, address } = credentials;
  const username = credentials.username.trim().toLowerCase();
  const isKnownDevice = deviceToken !== undefined && sameSecret(deviceToken, deviceMark(regionId, username));
  const account = `${regionId}:${username}:${isKnownDevice ? 'known' : 'new'}`;
  const wait = await takeAttempt(account, isKnownDevice ? null : address);
  if (wait > 0) return { ok: false, message: `Terlalu banyak percobaan. Coba lagi dalam ${wait} detik.` };
  const user = await findUser(regionId, username);
  if (!(await verifyPassword(user?.passwordHash, credentials.password)) || !user) {
    const message = 'Nama pengguna atau kata sandi belum cocok. Periksa keduanya, lalu coba lagi.';
    return { ok: false, message };
  }
  await clearFailures(account);
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await commonDatabase().session.create({
    data: {
      id: rowId(token),
      regionId,
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      address,
      device: credentials.device.slice(0, 200),
    },
  });
  return { ok: true, userId: user.id, token };
}

// A region that does not exist gets no connections of its own, however often it is named; practice is entered from work.
async function findUser(regionId: string, username: string) {
  const region = await commonDatabase().region.findFirst({
    where: { id: regionId, practiceOfId: null },
    select: { id: true },
  });
  if (!region) return null;
  return database(regionId).user.findUnique({
    where: { regionId_username: { regionId, username }, disabledAt: null },
    select: { id: true, passwordHash: true },
  });
}

/** Ends the session that a token names. */
export async function closeSession(token: string): Promise<void> {
  await commonDatabase().session.updateMany({
    where: { id: rowId(token), endedAt: null },
    data: { endedAt: new Date() },
  });
  forget(rowId(token));
}

/** The sign of a device on which this account signed in before. */
export function deviceMark(regionId: string, username: string): string {
  return createHmac('sha256', authSecret()).update(`device:${regionId}:${username}`).digest('base64url');
}

/** Regions to choose from at sign-in. */
export async function listRegions(): Promise<
  { id: string; name: string; contact: string; isDemo: boolean }[]
> {
  return commonDatabase().region.findMany({
    where: { practiceOfId: null },
    orderBy: [{ name: 'asc' }],
    select: { id: true, name: true, contact: true, isDemo: true },
  });
}

function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
