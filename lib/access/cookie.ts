import { headers } from 'next/headers';

/** Seconds that a session lives at most, whatever its use (SECURITY 4). */
export const sessionSeconds = 12 * 60 * 60;

/** Names and attributes of the cookies; `__Host-` and Secure where the connection is encrypted. */
export async function cookieNames() {
  const isEncrypted = (await headers()).get('x-forwarded-proto') === 'https';
  const prefix = isEncrypted ? '__Host-' : '';
  return {
    session: `${prefix}rembug-sesi`,
    device: `${prefix}rembug-perangkat`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isEncrypted },
  };
}

/** The key that signs what cookies hold. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set');
  return secret;
}
