'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import type { Outcome } from './outcome';
import {
  claimRequest,
  commentRequest,
  endVerdictRequest,
  mergeRequest,
  readMarkRequest,
  saveRequest,
  settleRequest,
  stepRequest,
  unmergeRequest,
  verdictRequest,
  versionRequest,
} from './schema';
import { claimItem } from './write/claim';
import { addComment, settleThread } from './write/comment';
import { mergeItems, unmergeItem } from './write/merge-items';
import { nameVersion } from './write/name-version';
import { markRead } from './write/read-mark';
import { saveChanges } from './write/save-changes';
import { takeStep } from './write/take-step';
import { endVerdict, giveVerdict } from './write/verdict';

// None of these refreshes the page: somebody may be typing on it.
export const saveChangesAction = action(saveRequest, (actor, { changes }) => saveChanges(actor, changes));
export const addCommentAction = action(commentRequest, addComment);
export const settleThreadAction = action(settleRequest, settleThread);
export const markReadAction = action(readMarkRequest, markRead, { isOpenToGuests: true });
export const claimItemAction = action(claimRequest, claimItem);

/** Moving, copying, putting away and bringing back: the tree comes anew with the answer. */
export const arrangeAction = action(saveRequest, async (actor, { changes }) => {
  const outcomes = await saveChanges(actor, changes);
  if (outcomes.some(({ ok }) => ok)) refresh();
  return outcomes;
});

export const nameVersionAction = action(versionRequest, async (actor, request) => {
  const outcome = await nameVersion(actor, request);
  if (outcome.ok) refresh();
  return outcome;
});

export const takeStepAction = action(stepRequest, async (actor, request) => {
  const outcomes = await takeStep(actor, request);
  // The new state comes with the answer; nothing is typed where a step is taken.
  if (outcomes.some(({ ok }) => ok)) refresh();
  return outcomes;
});

export const mergeItemsAction = action(mergeRequest, async (actor, request) =>
  shown(mergeItems(actor, request)),
);
export const unmergeItemAction = action(unmergeRequest, async (actor, request) =>
  shown(unmergeItem(actor, request)),
);
export const giveVerdictAction = action(verdictRequest, async (actor, request) =>
  shown(giveVerdict(actor, request)),
);
export const endVerdictAction = action(endVerdictRequest, async (actor, request) =>
  shown(endVerdict(actor, request)),
);

/** What was decided comes with the answer; on that page only reasons are typed, which the browser keeps. */
async function shown(deed: Promise<Outcome>): Promise<Outcome> {
  const outcome = await deed;
  if (outcome.ok) refresh();
  return outcome;
}
