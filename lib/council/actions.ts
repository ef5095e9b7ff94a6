'use server';
import { refresh } from 'next/cache';
import { action } from '@/lib/access/action';
import type { Outcome } from '@/lib/plan/outcome';
import { getFrame } from '@/lib/plan/read/frame';
import { getSitting } from './read/sitting';
import * as forms from './schema';
import { addPoint, withdrawPoint } from './write/agenda-points';
import { addGuest, removeAttendance, tickAttendance } from './write/attendance';
import { changeSitting } from './write/change-sitting';
import { closeSitting } from './write/close-sitting';
import { decide, revokeDecision } from './write/decide';
import { openSitting } from './write/open-sitting';

export const openSittingAction = action(forms.openSittingForm, async (actor, form) =>
  answer(form, await openSitting(actor, form), 'Sidang dibuka.'),
);

export const changeSittingAction = action(forms.changeSittingForm, async (actor, form) =>
  answer(form, await changeSitting(actor, form), 'Data sidang disimpan.'),
);

export const closeSittingAction = action(forms.closeSittingForm, async (actor, form) => {
  const sitting = await getSitting(actor, await getFrame(actor), form.id);
  const agenda = sitting?.agenda.map(({ title }) => title) ?? [];
  return answer({}, await closeSitting(actor, form, agenda), 'Sidang ditutup.');
});

export const addPointAction = action(forms.addPointForm, async (actor, form) =>
  answer(form, await addPoint(actor, form), 'Mata acara ditambahkan.'),
);

export const withdrawPointAction = action(forms.withdrawPointForm, async (actor, form) =>
  answer({}, await withdrawPoint(actor, form), 'Mata acara ditarik.'),
);

export const attendanceAction = action(forms.attendanceForm, async (actor, form) =>
  answer({}, await tickAttendance(actor, form), 'Daftar hadir disimpan.'),
);

export const addGuestAction = action(forms.addGuestForm, async (actor, form) =>
  answer(form, await addGuest(actor, form), 'Tamu dicatat.'),
);

export const removeAttendanceAction = action(forms.removeAttendanceForm, async (actor, form) =>
  answer({}, await removeAttendance(actor, form), 'Nama dihapus dari daftar hadir.'),
);

export const decideAction = action(forms.decideForm, async (actor, form) =>
  answer(form, await decide(actor, form), 'Keputusan dicatat.'),
);

export const revokeAction = action(forms.revokeForm, async (actor, form) =>
  answer(form, await revokeDecision(actor, form), 'Keputusan dicabut.'),
);

// React empties a form after its action: what was typed goes back with a refusal, and the page reads again
// what stands now.
function answer(typed: Record<string, unknown>, outcome: Outcome, message: string) {
  if (outcome.ok) {
    refresh();
    return { ok: true as const, message };
  }
  const { reason, message: why } = outcome;
  return {
    ok: false as const,
    reason,
    message: why,
    field: 'field' in outcome ? outcome.field : undefined,
    typed,
  };
}
