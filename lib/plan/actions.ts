'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import { saveRequest, stepRequest } from './schema';
import { saveChanges } from './write/save-changes';
import { takeStep } from './write/take-step';

export const saveChangesAction = action(saveRequest, (actor, { changes }) => saveChanges(actor, changes));

export const takeStepAction = action(stepRequest, async (actor, request) => {
  const outcomes = await takeStep(actor, request);
  // The new state comes with the answer; nothing is typed where a step is taken.
  if (outcomes.some(({ ok }) => ok)) refresh();
  return outcomes;
});
