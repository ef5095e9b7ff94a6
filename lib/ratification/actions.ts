'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import type { Deed } from '@/lib/people/deed';
import * as forms from './schema';
import { amend } from './write/amend';
import { explain } from './write/explain';
import { leaveOut, takeIn } from './write/leave-out';
import { ratify } from './write/ratify';

export const leaveOutAction = action(forms.leaveOutForm, async (actor, form) =>
  answer({ item: `${form.itemId} ${form.version}`, reason: form.reason }, await leaveOut(actor, form)),
);

export const takeInAction = action(forms.takeInForm, async (actor, form) =>
  answer({}, await takeIn(actor, form)),
);

export const explainAction = action(forms.explainForm, async (actor, form) =>
  answer(form, await explain(actor, form)),
);

export const ratifyAction = action(forms.ratifyForm, async (actor, form) =>
  answer(form, await ratify(actor, form)),
);

export const amendAction = action(forms.amendForm, async (actor, form) =>
  answer(form, await amend(actor, form)),
);

function answer(typed: Record<string, unknown>, outcome: Deed) {
  if (outcome.ok || outcome.reason === 'conflict') refresh();
  return outcome.ok ? outcome : { ...outcome, typed };
}
