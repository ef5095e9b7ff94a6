/** The cookie that holds a session's token; `__Host-` stands before it on an encrypted connection. */
export const sessionCookie = 'rembug-sesi';

/** Seconds that a session lives at most, whatever its use (SECURITY 4). */
export const sessionSeconds = 12 * 60 * 60;

/** Milliseconds without use after which a session no longer counts (SECURITY 4). */
export const idleMs = 60 * 60 * 1000;

/** Sessions that still let somebody in, as a condition. */
export function openSessions(now = Date.now()) {
  // A screen has no idle end, and a key of one is no session yet.
  const isHeld = [
    { kind: 'screen' as const },
    { kind: 'person' as const, lastSeenAt: { gt: new Date(now - idleMs) } },
  ];
  return { endedAt: null, createdAt: { gt: new Date(now - sessionSeconds * 1000) }, OR: isHeld };
}

/** The key that signs what cookies hold. Throws when the program was started without one. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set');
  return secret;
}
