'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { openAction } from './action';
import { ownPath } from './own-path';
import { dropSession, readDevice, writeSessionCookies } from './request';
import { nothing, signInForm } from './schema';
import { openSession } from './session';

export const signIn = openAction(signInForm, async ({ regionId, username, password, next }) => {
  const missing = username.trim() === '' ? 'Isi nama pengguna.' : password === '' ? 'Isi kata sandi.' : null;
  if (missing)
    return { ok: false as const, reason: 'credentials' as const, message: missing, username, regionId };
  const list = await headers();
  const origin = { address: list.get('x-forwarded-for') ?? '', device: list.get('user-agent') ?? '' };
  const result = await openSession({ regionId, username, password, ...origin }, await readDevice());
  if (!result.ok) {
    const { message } = result;
    return { ok: false as const, reason: 'credentials' as const, message, username, regionId };
  }
  await writeSessionCookies(result.token, regionId, username);
  redirect(ownPath(next) ?? '/pekerjaan');
});

export const signOut = openAction(nothing, async () => {
  await dropSession();
  redirect('/masuk');
});
