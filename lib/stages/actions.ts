'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import type { Deed } from '@/lib/people/deed';
import * as forms from './schema';
import { addStage, changeStage } from './write/change-stage';
import { moveStage } from './write/move-stage';

export const addStageAction = action(forms.newStageForm, async (actor, form) =>
  answer(form, await addStage(actor, form)),
);

export const changeStageAction = action(forms.stageForm, async (actor, form) =>
  answer(form, await changeStage(actor, form)),
);

export const moveStageAction = action(forms.stageMoveForm, async (actor, form) =>
  answer({}, await moveStage(actor, form)),
);

function answer(typed: Record<string, unknown>, outcome: Deed) {
  if (outcome.ok || outcome.reason === 'conflict') refresh();
  return outcome.ok ? outcome : { ...outcome, typed };
}
