import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const optionalId = z.union([id, z.literal('')]).transform(text => (text === '' ? null : text));
const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** The largest file that is taken, in bytes. */
export const fileLimit = 5 * 1024 * 1024;

export const uploadForm = z.strictObject({
  berkas: z.custom<File>(value => value instanceof File),
});

const meaning = z.string().regex(/^[A-Za-z0-9.:]{1,60}$/);

/** Besides what is named one entry a column: “kolom-3”. */
export const readingForm = z
  .object({ id, lembar: count, judul: count, tinggi: count, dimensi: optionalId, opd: optionalId })
  .catchall(meaning)
  .transform(({ id, lembar, judul, tinggi, dimensi, opd, ...columns }) => ({
    ...{ id, sheet: lembar, headRow: Math.max(0, judul - 1), headRows: Math.min(3, Math.max(1, tinggi)) },
    ...{ dimensionId: dimensi, departmentId: opd },
    meanings: Object.entries(columns).flatMap(([name, value]): [number, string][] => {
      const column = /^kolom-(\d{1,4})$/.exec(name)?.[1];
      return column === undefined ? [] : [[Number(column), String(value)]];
    }),
  }));
export type ReadingForm = z.infer<typeof readingForm>;

/** Answers on the sheet that the page shows: a text of a cell (“sel-12:3”), a department (“opd-…”), a side (“bentrok-…”), a choice (“pilih”). */
export const answerForm = z
  .object({ id, lembar: count.optional() })
  .catchall(plainText(20_000))
  .transform(({ id, lembar: sheet, ...given }) => {
    const typed: Record<string, string> = {};
    const chosen: Record<string, string> = {};
    const departments: Record<string, string> = {};
    const clashes: Record<string, 'mine' | 'theirs'> = {};
    for (const [name, value] of Object.entries(given as Record<string, string>)) {
      const cell = /^sel-(\d{1,6}:\d{1,4})$/.exec(name)?.[1];
      if (cell !== undefined) typed[cell] = value;
      if (name === 'pilih') Object.assign(chosen, choiceOf(value));
      const department = /^opd-([\p{L}\p{N}%]{1,2000})$/u.exec(name)?.[1];
      if (department !== undefined && value !== '') departments[department] = value === 'bukan' ? '' : value;
      if (name === 'bentrok') {
        const [, side, at] =
          /^(mine|theirs) ([\w.-]{1,64} [A-Za-z0-9.-]{1,80} [\dTZ:.+-]{1,40})$/.exec(value) ?? [];
        if (at && (side === 'mine' || side === 'theirs')) clashes[at] = side;
      }
    }
    return { id, sheet, typed, chosen, departments, clashes };
  });
type Answered = z.infer<typeof answerForm>;
/** `sheet`: the one that the page showed; left out, the one that is read. */
export type AnswerForm = Omit<Answered, 'sheet'> & { sheet?: Answered['sheet'] };

const choice = z.record(z.string().regex(/^\d{1,6}:\d{1,4}$/), plainText(20_000));

function choiceOf(value: string): Record<string, string> {
  try {
    const parsed = choice.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

export const applyForm = z.strictObject({ id, cap: z.string().regex(/^[\w-]{1,64}$/) });
export const forgetForm = z.strictObject({ id });

/** What is kept of how a sheet is read; anything else in the database counts as nothing chosen yet. */
export const keptReading = z.object({
  sheet: z.int(),
  headRow: z.int(),
  headRows: z.int(),
  meanings: z.array(z.string()),
  dimensionId: z.string().nullable(),
  departmentId: z.string().nullable(),
});
export type KeptReading = z.infer<typeof keptReading>;

export const keptAnswers = z.object({
  cells: z.record(z.string(), z.string()),
  departments: z.record(z.string(), z.string()),
  clashes: z.record(z.string(), z.enum(['mine', 'theirs'])),
});

const result = z.object({ isDone: z.boolean(), says: z.string(), at: z.string(), itemId: z.string() });
export const keptResults = z.record(z.string(), result);
export type KeptResults = z.infer<typeof keptResults>;
