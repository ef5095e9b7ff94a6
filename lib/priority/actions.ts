'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import { criteriaForm, decideRequest, noteRequest, reopenRequest, scoresRequest } from './schema';
import { decideRank, reopenScoring } from './write/decide-rank';
import { giveScores } from './write/give-scores';
import { noteRank } from './write/note-rank';
import { setCriteria } from './write/set-criteria';

/** Own scores; refreshes nothing, for somebody is scoring on that page. */
export const giveScoresAction = action(scoresRequest, (actor, { scores }) => giveScores(actor, scores));

/** The others refresh when refused too: somebody else may have decided meanwhile. */
export const decideRankAction = action(decideRequest, async (actor, request) => {
  const outcome = await decideRank(actor, request);
  if (outcome.ok || outcome.reason === 'status') refresh();
  return outcome;
});

export const reopenScoringAction = action(reopenRequest, async (actor, request) => {
  const outcome = await reopenScoring(actor, request);
  if (outcome.ok || outcome.reason === 'status') refresh();
  return outcome;
});

export const noteRankAction = action(noteRequest, async (actor, request) => {
  const outcome = await noteRank(actor, request);
  if (outcome.ok || outcome.reason === 'status') refresh();
  return outcome;
});

export const setCriteriaAction = action(criteriaForm, async (actor, form) => {
  const deed = await setCriteria(actor, form);
  if (deed.ok || deed.reason === 'conflict') refresh();
  return deed.ok ? deed : { ...deed, typed: form.fields };
});
