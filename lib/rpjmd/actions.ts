'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import { can } from '@/lib/access/policy';
import type { Deed } from '@/lib/people/deed';
import { denied } from './answer';
import { dryRunTree } from './read/dry-run';
import * as forms from './schema';
import { importTree } from './write/import-tree';
import { nameSuccessors } from './write/name-successors';
import { repealTree } from './write/repeal-tree';

export const importTreeAction = action(forms.importForm, async (actor, form) => {
  if (!can.keepReferences(actor)) return denied();
  if (form.step === 'periksa') return { typed: form, tree: dryRunTree(actor, form.text) };
  const outcome = await importTree(actor, form);
  if (outcome.ok) refresh();
  return outcome.ok ? outcome : { ...outcome, typed: form, tree: dryRunTree(actor, form.text) };
});

export const repealTreeAction = action(forms.repealForm, async (actor, form) =>
  answer(form, await repealTree(actor, form)),
);

export const nameSuccessorsAction = action(forms.successorForm, async (actor, form) =>
  answer({}, await nameSuccessors(actor, form)),
);

function answer(typed: Record<string, unknown>, outcome: Deed) {
  if (outcome.ok || outcome.reason === 'conflict') refresh();
  return outcome.ok ? outcome : { ...outcome, typed };
}
