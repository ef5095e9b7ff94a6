'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import type { Outcome } from '@/lib/plan/outcome';
import { adoptRequest, declineRequest, handOnRequest, suggestRequest, withdrawRequest } from './schema';
import { adoptSuggestion } from './write/adopt';
import { declineSuggestion, handOnSuggestion, withdrawSuggestion } from './write/answer';
import { makeSuggestion } from './write/suggest';

// Does not refresh: somebody is typing where it is called.
export const suggestAction = action(suggestRequest, makeSuggestion, { isOpenToGuests: true });

export const withdrawSuggestionAction = action(
  withdrawRequest,
  async (actor, request) => shown(withdrawSuggestion(actor, request)),
  { isOpenToGuests: true },
);

export const adoptSuggestionAction = action(adoptRequest, async (actor, request) =>
  shown(adoptSuggestion(actor, request)),
);
export const declineSuggestionAction = action(declineRequest, async (actor, request) =>
  shown(declineSuggestion(actor, request)),
);
export const handOnSuggestionAction = action(handOnRequest, async (actor, request) =>
  shown(handOnSuggestion(actor, request)),
);

/** What became of it comes with the answer, and so does what stands in the way; the browser keeps what is typed. */
async function shown(deed: Promise<Outcome>): Promise<Outcome> {
  const outcome = await deed;
  if (outcome.ok || outcome.reason === 'conflict' || outcome.reason === 'status') refresh();
  return outcome;
}
