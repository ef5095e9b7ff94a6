'use server';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { action } from '@/lib/access/action';
import { can } from '@/lib/access/policy';
import { type Deed, denied } from './deed';
import { dryRun } from './read/pasted';
import * as forms from './schema';
import { applySuccession } from './write/apply-succession';
import { nameCoordinator } from './write/coordinators';
import { changeDepartment, createDepartment } from './write/departments';
import { endSession, endSessionOf } from './write/end-session';
import { importRows } from './write/import-rows';
import { makeSlips } from './write/make-slips';
import { addMembership, endMembership } from './write/memberships';
import { changePassword } from './write/passwords';
import { changePerson, createPerson, disablePerson } from './write/persons';
import {
  addHeir,
  changeBasis,
  dropSuccession,
  keepChoices,
  releaseHeir,
  startSuccession,
} from './write/prepare-succession';

export const changePasswordAction = action(
  forms.passwordForm,
  async (actor, form) => {
    const outcome = await changePassword(actor, form);
    if (outcome.ok) refresh();
    return outcome;
  },
  { mayKeepPassword: true, isOpenToGuests: true },
);

export const endSessionAction = action(
  forms.sessionForm,
  async (actor, session) => {
    const outcome = await endSession(actor, session);
    refresh();
    return outcome;
  },
  { isOpenToGuests: true },
);

export const endSessionOfAction = action(forms.anySessionForm, async (actor, session) => {
  const outcome = await endSessionOf(actor, session);
  refresh();
  return outcome;
});

export const createPersonAction = action(forms.newPersonForm, async (actor, form) =>
  answer(form, await createPerson(actor, form, await site())),
);

export const changePersonAction = action(forms.personForm, async (actor, form) =>
  answer(form, await changePerson(actor, form)),
);

export const disablePersonAction = action(forms.disableForm, async (actor, form) =>
  answer({}, await disablePerson(actor, form)),
);

export const makeSlipsAction = action(forms.slipForm, async (actor, form) =>
  answer({}, await makeSlips(actor, form, await site())),
);

export const addMembershipAction = action(forms.membershipForm, async (actor, form) =>
  answer(form, await addMembership(actor, form)),
);

export const endMembershipAction = action(forms.endMembershipForm, async (actor, form) =>
  answer(form, await endMembership(actor, form)),
);

export const createDepartmentAction = action(forms.newDepartmentForm, async (actor, form) =>
  answer(form, await createDepartment(actor, form)),
);

export const changeDepartmentAction = action(forms.departmentForm, async (actor, form) =>
  answer(form, await changeDepartment(actor, form)),
);

export const nameCoordinatorAction = action(forms.coordinatorForm, async (actor, form) =>
  answer(form, await nameCoordinator(actor, form)),
);

export const startSuccessionAction = action(forms.startSuccessionForm, async (actor, form) =>
  answer(form, await startSuccession(actor, form)),
);

export const changeBasisAction = action(forms.basisForm, async (actor, form) =>
  answer(form, await changeBasis(actor, form)),
);

export const dropSuccessionAction = action(forms.successionForm, async (actor, form) =>
  answer({}, await dropSuccession(actor, form)),
);

export const addHeirAction = action(forms.heirForm, async (actor, form) => {
  const { olds: _, ...typed } = form;
  return answer(typed, await addHeir(actor, form));
});

export const releaseHeirAction = action(forms.releaseForm, async (actor, form) =>
  answer({}, await releaseHeir(actor, form)),
);

// Kept while somebody goes on choosing: nothing is read again.
export const keepChoicesAction = action(forms.choicesForm, (actor, form) => keepChoices(actor, form));

export const applySuccessionAction = action(forms.successionForm, async (actor, form) =>
  answer({}, await applySuccession(actor, form)),
);

export const importAction = action(forms.importForm, async (actor, form) => {
  if (!can.managePeople(actor)) return denied();
  const { text, mutationId } = form;
  if (form.step === 'periksa') return { text, mutationId, rows: await dryRun(actor, form) };
  const outcome = await importRows(actor, form);
  return { ...outcome, text, mutationId };
});

// React empties a form after its action: what was typed goes back with a refusal, and the page reads again
// what stands now.
function answer(typed: Record<string, unknown>, outcome: Deed) {
  if (outcome.ok || outcome.reason === 'conflict') refresh();
  return outcome.ok ? outcome : { ...outcome, typed };
}

// The action has held this against the host that was asked.
async function site(): Promise<string> {
  return (await headers()).get('origin') ?? '';
}
