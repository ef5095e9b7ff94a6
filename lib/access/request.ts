import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { type Actor, asScreen, can, isAdmitted, isGuest } from './policy';
import { actorOfScreen } from './screen';
import { actorOfToken, closeSession, deviceMark } from './session';
import { authSecret, sessionCookie, sessionSeconds } from './settings';

/** Names and attributes of the cookies; `__Host-` and Secure where the connection is encrypted. */
export async function cookieNames() {
  const isEncrypted = (await headers()).get('x-forwarded-proto') === 'https';
  const prefix = isEncrypted ? '__Host-' : '';
  return {
    session: `${prefix}${sessionCookie}`,
    device: `${prefix}rembug-perangkat`,
    screen: `${prefix}rembug-layar`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isEncrypted },
  };
}

/** What of the house a guest is let into: nothing, unless a door says so. */
export type Doors = {
  /** For guests too, once they are admitted. */
  isOpenToGuests?: boolean;
  /** For guests who wait for the secretariat, or were refused. */
  mayWait?: boolean;
};

/** Whether somebody is let through this door: officials through every one, guests where it is open to them. */
export function letsIn(actor: Actor, { isOpenToGuests = false, mayWait = false }: Doors): boolean {
  if (!isGuest(actor)) return true;
  return isAdmitted(actor) ? isOpenToGuests : mayWait;
}

const throughDoor = (actor: Actor | null, doors: Doors) => (actor && letsIn(actor, doors) ? actor : null);

/** Who holds the session of a page that asks by itself, or null; it keeps no session alive. */
export async function getWatcher(doors: Doors = {}): Promise<Actor | null> {
  const token = await readToken();
  return token ? throughDoor(await actorOfToken(token, { isActivity: false }), doors) : null;
}

/** The same for what outlives its request: whom it began for, and who holds that session by now. */
export async function getWatch(
  doors: Doors = {},
): Promise<{ actor: Actor; look: () => Promise<Actor | null> } | null> {
  const token = await readToken();
  const look = async () =>
    token ? throughDoor(await actorOfToken(token, { isActivity: false }), doors) : null;
  const actor = await look();
  return actor && { actor, look };
}

/**
 * The screen that is asking, or null. Its cookie is read here and nowhere else, so that every other page and
 * every action takes a screen for somebody who is not signed in. The secretariat may look with its own session.
 */
export async function getScreen(): Promise<Actor | null> {
  const token = (await cookies()).get((await cookieNames()).screen)?.value;
  const screen = token ? await actorOfScreen(token) : null;
  if (screen) return screen;
  const person = await getWatcher();
  return person && !person.mustChangePassword && can.runHall(person) ? asScreen(person) : null;
}

/** Writes the cookie of a screen's new session. */
export async function writeScreenCookie(token: string): Promise<void> {
  const { screen, options } = await cookieNames();
  (await cookies()).set(screen, token, { ...options, maxAge: sessionSeconds });
}

/** The address of this site as whoever asks sees it, e.g. "https://rembug.example". */
export async function siteAddress(): Promise<string> {
  const list = await headers();
  return `${list.get('x-forwarded-proto') ?? 'http'}://${list.get('x-forwarded-host') ?? list.get('host') ?? ''}`;
}

/** Who is asking, whatever they are let into; asked once per request. For what says itself why somebody is not. */
export const getWhoever = cache(async (): Promise<Actor | null> => {
  const token = await readToken();
  return token ? actorOfToken(token) : null;
});

/** Who is asking, or null. To a door that is not open to guests, a guest is nobody. */
export async function getActor(doors: Doors = {}): Promise<Actor | null> {
  return throughDoor(await getWhoever(), doors);
}

/**
 * Who is asking; everybody else is led to sign in. A one-use password must be replaced first. A guest finds only
 * what is open to guests, and before being admitted only the page that says so.
 * @param options.mayKeepPassword for the one page where the password is replaced
 */
export async function requireActor(options: { mayKeepPassword?: boolean } & Doors = {}): Promise<Actor> {
  const actor = await getWhoever();
  if (!actor) {
    const path = (await headers()).get('x-rembug-path');
    redirect(path && path !== '/' ? `/masuk?lanjut=${encodeURIComponent(path)}` : '/masuk');
  }
  if (!letsIn(actor, options)) {
    if (!isAdmitted(actor)) redirect('/gabung/tamu');
    notFound();
  }
  if (actor.mustChangePassword && !options.mayKeepPassword) redirect('/akun');
  return actor;
}

/** Writes the cookies of a new session, and of a device that is known from now on. */
export async function writeSessionCookies(token: string, regionId: string, username: string): Promise<void> {
  const { session, device, options } = await cookieNames();
  const jar = await cookies();
  const value = await encode({ token: { sid: token }, secret: authSecret(), maxAge: sessionSeconds });
  jar.set(session, value, { ...options, maxAge: sessionSeconds });
  const mark = deviceMark(regionId, username.trim().toLowerCase());
  jar.set(device, mark, { ...options, maxAge: 180 * 24 * 60 * 60 });
}

/** Ends the session of this browser and forgets it. */
export async function dropSession(): Promise<void> {
  const token = await readToken();
  if (token) await closeSession(token);
  (await cookies()).delete({ ...(await cookieNames()).options, name: (await cookieNames()).session });
}

/** The device cookie that came with the request, when its form is right. */
export async function readDevice(): Promise<string | undefined> {
  return (await cookies()).get((await cookieNames()).device)?.value;
}

// What a cookie says never changes; whether it still counts is its session's to say.
const tokens = new Map<string, string>();
const mostTokens = 5_000;

async function readToken(): Promise<string | null> {
  const value = (await cookies()).get((await cookieNames()).session)?.value;
  if (!value) return null;
  const known = tokens.get(value);
  if (known) return known;
  const decoded = await decode({ token: value, secret: authSecret() }).catch(() => null);
  if (typeof decoded?.sid !== 'string') return null;
  if (tokens.size >= mostTokens) tokens.clear();
  tokens.set(value, decoded.sid);
  return decoded.sid;
}
