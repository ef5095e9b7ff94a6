'use server';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { action, openAction } from '@/lib/access/action';
import { writeScreenCookie } from '@/lib/access/request';
import { makeScreenKey, openScreen } from '@/lib/access/screen';
import { newCode, readCode } from './code';
import { closeHallRequest, openHallRequest, screenForm, screenKeyRequest } from './schema';
import { closeHall } from './write/close-hall';
import { openHall } from './write/open-hall';

export const openHallAction = action(openHallRequest, async (actor, request) => {
  const outcome = await openHall(actor, request);
  refresh();
  return outcome;
});

/** Refreshes when refused too: somebody else may have closed the day meanwhile. */
export const closeHallAction = action(closeHallRequest, async (actor, request) => {
  const outcome = await closeHall(actor, request);
  refresh();
  return outcome;
});

export const makeScreenKeyAction = action(screenKeyRequest, (actor, { hallId }) =>
  makeScreenKey(actor, hallId, newCode('screen')),
);

export const openScreenAction = openAction(screenForm, async ({ key }) => {
  const list = await headers();
  const origin = { address: list.get('x-forwarded-for') ?? '', device: list.get('user-agent') ?? '' };
  const opened = await openScreen(readCode(key, 'screen'), origin);
  if (!opened.ok) return { ok: false as const, reason: 'credentials' as const, message: opened.message };
  await writeScreenCookie(opened.token);
  redirect('/bimtek/layar');
});
