import type { Problem } from '@/lib/people/deed';
import { nameProblem, readDay } from '@/lib/people/names';

/** What is said of a sitting; its day as the log has it, "2026-11-26". */
export type SittingFields = {
  title: string;
  date: string;
  place: string;
  leader: string;
  leaderOffice: string;
};

/** A sitting as typed, or the first thing to put right. */
export function readSitting(form: SittingFields): { sitting: SittingFields } | { problem: Problem } {
  const { date } = form;
  const text = (name: 'title' | 'place' | 'leader' | 'leaderOffice') => form[name].trim();
  const sitting = {
    ...{ title: text('title'), date, place: text('place') },
    ...{ leader: text('leader'), leaderOffice: text('leaderOffice') },
  };
  const problem =
    nameProblem(sitting.title, 'title', 'nama sidang') ??
    dayProblem(date) ??
    nameProblem(sitting.place, 'place', 'tempat sidang') ??
    nameProblem(sitting.leader, 'leader', 'nama pemimpin sidang') ??
    nameProblem(sitting.leaderOffice, 'leaderOffice', 'jabatan pemimpin sidang');
  return problem ? { problem } : { sitting };
}

function dayProblem(date: string): Problem | null {
  const read = readDay(date, 'date');
  if ('problem' in read) return read.problem;
  return read.day ? null : { field: 'date', message: 'Pilih tanggal sidang.' };
}
