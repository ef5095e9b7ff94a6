'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import { passwordForm, sessionForm } from './schema';
import { endSession } from './write/end-session';
import { changePassword } from './write/passwords';

export const changePasswordAction = action(
  passwordForm,
  async (actor, form) => {
    const outcome = await changePassword(actor, form);
    if (outcome.ok) refresh();
    return outcome;
  },
  { mayKeepPassword: true },
);

export const endSessionAction = action(sessionForm, async (actor, session) => {
  const outcome = await endSession(actor, session);
  refresh();
  return outcome;
});
