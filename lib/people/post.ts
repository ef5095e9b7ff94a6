import { actsForDepartment, actsForDimension } from '@/lib/access/policy';
import { roleLabels, tenureLabels } from '@/lib/access/roles';
import type { Role, Tenure } from '@/lib/database/generated/enums';
import type { Problem } from './deed';
import { readDay } from './names';

/** A role as it is typed in a form. */
export type PostForm = {
  role: string;
  departmentId: string;
  dimensionId: string;
  tenure: string;
  from: string;
  to: string;
};

/** A role that somebody is to hold, as a row. */
export type Post = {
  role: Role;
  departmentId: string | null;
  dimensionId: string | null;
  tenure: Tenure;
  validFrom: Date | null;
  validTo: Date | null;
};

/** What may be chosen: departments and dimensions that there are. */
export type Known = { departments: ReadonlySet<string>; dimensions: ReadonlySet<string> };

/** A role as typed, or the first thing to put right. */
export function readPost(form: PostForm, known: Known): { post: Post } | { problem: Problem } {
  const wrong = (field: string, message: string) => ({ problem: { field, message } });
  if (!Object.hasOwn(roleLabels, form.role)) return wrong('role', 'Pilih peran.');
  if (!Object.hasOwn(tenureLabels, form.tenure)) return wrong('tenure', 'Pilih definitif, Plt, atau Plh.');
  const [from, to] = [readDay(form.from, 'from'), readDay(form.to, 'to')];
  if ('problem' in from) return from;
  if ('problem' in to) return to;
  if (from.day && to.day && to.day < from.day)
    return wrong('to', 'Hari terakhir tidak boleh sebelum hari pertama.');
  const needs = actsForDepartment(form.role);
  if (needs && form.departmentId === '') return wrong('departmentId', 'Pilih OPD untuk peran ini.');
  if (form.departmentId !== '' && !known.departments.has(form.departmentId))
    return wrong('departmentId', 'OPD ini tidak ada atau sudah ditutup. Pilih OPD lain.');
  if (actsForDimension(form.role) && !known.dimensions.has(form.dimensionId))
    return wrong('dimensionId', 'Pilih dimensi yang dikoordinasi.');
  return {
    post: {
      role: form.role as Role,
      tenure: form.tenure as Tenure,
      // What the role does not act for is left out, so that no later reader takes it for a right.
      departmentId: form.departmentId || null,
      dimensionId: actsForDimension(form.role) ? form.dimensionId : null,
      ...{ validFrom: from.day, validTo: to.day },
    },
  };
}
