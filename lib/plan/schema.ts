import { z } from 'zod';
import { plainText } from '@/lib/access/schema';
import { type Cell, type Field, type FieldValue, inSentence } from './kinds/kind';
import { normalise } from './numbers';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

/** Whether something has the form of a key. */
export const isId = (value: unknown): value is string => id.safeParse(value).success;

const fieldPath = z.string().regex(/^[A-Za-z0-9.-]{1,80}$/);

/** One waiting change of one item, as the browser sends it. */
const changeShape = z.strictObject({
  mutationId: id,
  itemId: id,
  /** The version that the change was made on; 0 begins the item. */
  version: z.int().min(0).max(1_000_000),
  create: z
    .strictObject({
      kind: z.enum(['goal', 'target', 'indicator']),
      parentId: id.nullable(),
      dimensionId: id.nullable(),
      departmentId: id,
      /** That this department owns it is an example, not a decision. */
      illustrative: z.boolean().default(false),
      /** Begins with the fields of this item. */
      copyOf: id.optional(),
    })
    .optional(),
  /** A new place in the tree: directly after a sibling, as the first (null), or as the last (left out). */
  place: z.strictObject({ parentId: id.nullable(), after: id.nullable().optional() }).optional(),
  /** Puts the item away or brings it back; nothing is destroyed. */
  isArchived: z.boolean().optional(),
  fields: z.record(fieldPath, z.unknown()),
});
// Putting away is a change of its own; fields beside it would be dropped unseen.
export const change = changeShape.refine(
  ({ isArchived, place, create, fields }) =>
    isArchived === undefined || (!place && !create && Object.keys(fields).length === 0),
);
export type Change = z.infer<typeof change>;
/** A change as a page sends it, before the schema fills in what it leaves out. */
export type SentChange = z.input<typeof change>;

export const saveRequest = z.strictObject({ changes: z.array(change).min(1).max(500) });

export const stepRequest = z.strictObject({
  step: z.enum(['submit', 'withdraw', 'return', 'approve', 'reopen']),
  note: plainText(2000).optional(),
  /** The field that the note is about; left out, it is about the whole item. */
  field: fieldPath.optional(),
  items: z
    .array(z.strictObject({ mutationId: id, itemId: id, version: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(500),
});
export type StepRequest = z.infer<typeof stepRequest>;

export const commentRequest = z.strictObject({
  mutationId: id,
  itemId: id,
  field: fieldPath.nullable(),
  /** The comment that began the thread; null begins one. */
  threadId: id.nullable(),
  text: plainText(2000),
});
export type CommentRequest = z.infer<typeof commentRequest>;

export const settleRequest = z.strictObject({ mutationId: id, threadId: id, isSettled: z.boolean() });
export type SettleRequest = z.infer<typeof settleRequest>;

const count = z.int().min(0).max(2_000_000_000);
export const readMarkRequest = z.strictObject({ subjectId: id, position: count, revision: count });
/** `isTakeOver`: the page showed that somebody else has it. */
export const claimRequest = z.strictObject({ itemId: id, isTaken: z.boolean(), isTakeOver: z.boolean() });

export const versionRequest = z.strictObject({ mutationId: id, name: plainText(100) });
export type VersionRequest = z.infer<typeof versionRequest>;

const seenItems = z.array(z.strictObject({ itemId: id, version: z.int().min(1).max(1_000_000) }));

/** Puts indicators together: `keepId` stays, the others are archived. Each at the version that was read. */
export const mergeRequest = z.strictObject({
  mutationId: id,
  keepId: id,
  items: seenItems.min(2).max(50),
  reason: plainText(500),
});
export type MergeRequest = z.infer<typeof mergeRequest>;

export const unmergeRequest = z.strictObject({
  ...{ mutationId: id, itemId: id, version: z.int().min(1).max(1_000_000), reason: plainText(500) },
});
export type UnmergeRequest = z.infer<typeof unmergeRequest>;

/** What was decided on indicators that look alike; `source` is the one that binds, for a verdict on sources. */
export const verdictRequest = z.strictObject({
  mutationId: id,
  kind: z.enum(['different', 'shared', 'source']),
  items: seenItems.min(2).max(50),
  source: plainText(250).nullable(),
  reason: plainText(500),
});
export type VerdictRequest = z.infer<typeof verdictRequest>;

export const endVerdictRequest = z.strictObject({ mutationId: id, verdictId: id });
export type EndVerdictRequest = z.infer<typeof endVerdictRequest>;

const decimal = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,8})?$/)
  .transform(normalise)
  .nullable();
const cellText = plainText(500)
  .transform(text => (text === '' ? null : text))
  .nullable();
const cell = z
  .strictObject({
    low: decimal,
    high: decimal,
    text: cellText,
    skipReason: cellText,
    illustrative: z.boolean().default(false),
  })
  .refine(({ low, high, text }) => (high === null || low !== null) && (text === null || low === null))
  // A value and a reason for its absence cannot both stand.
  .transform(
    (value): Cell => (value.low !== null || value.text !== null ? { ...value, skipReason: null } : value),
  );

/** What a field's values may refer to. */
export type References = {
  departmentIds: ReadonlySet<string>;
  subdimensionIds: ReadonlySet<string>;
  /** Nodes of the regional plan's trees that are named. */
  referenceIds: ReadonlySet<string>;
  /** Indicators that this one may take the place of. */
  indicatorIds: ReadonlySet<string>;
};

type Parsed = { ok: true; value: FieldValue } | { ok: false; message: string };

/** Checks one field's value. The sentence says what is wrong and what to do. */
export function parseField(field: Field, raw: unknown, references: References): Parsed {
  const wrong = (message: string): Parsed => ({ ok: false, message });
  const taken = (value: FieldValue): Parsed => ({ ok: true, value });
  if (raw === null && field.input !== 'departments' && field.input !== 'references') return taken(null);
  switch (field.input) {
    case 'text':
    case 'paragraph': {
      if (typeof raw !== 'string') return wrong(`Tulis ${inSentence(field.label)} sebagai teks.`);
      const max = field.max ?? 250;
      if (raw.length > max)
        return wrong(`${field.label} paling banyak ${max} huruf. Sekarang ${raw.length}.`);
      if (!plainText(max).safeParse(raw).success) {
        return wrong(
          `${field.label} berisi huruf yang tidak dapat disimpan. Hapus huruf aneh, lalu ketik ulang.`,
        );
      }
      return taken(raw === '' ? null : raw);
    }
    case 'choice': {
      const isKnown = typeof raw === 'string' && field.options?.some(({ value }) => value === raw);
      return isKnown ? taken(raw) : wrong(`Pilih ${inSentence(field.label)} dari daftar.`);
    }
    case 'integer': {
      const isFit =
        Number.isInteger(raw) && (raw as number) >= (field.min ?? 0) && (raw as number) <= (field.max ?? 100);
      return isFit
        ? taken(raw as number)
        : wrong(`${field.label} harus bilangan bulat ${field.min ?? 0} sampai ${field.max ?? 100}.`);
    }
    case 'cell': {
      const parsed = cell.safeParse(raw);
      return parsed.success
        ? taken(parsed.data)
        : wrong(
            `${field.label} harus berupa angka seperti 10,5, paling banyak 18 angka di depan dan 8 di belakang koma.`,
          );
    }
    case 'subdimension':
      return typeof raw === 'string' && references.subdimensionIds.has(raw)
        ? taken(raw)
        : wrong('Pilih subdimensi dari dimensi isian ini.');
    case 'indicator':
      return typeof raw === 'string' && references.indicatorIds.has(raw)
        ? taken(raw)
        : wrong('Pilih indikator lama dari daftar indikator OPD pengampu.');
    case 'departments':
      return takenList(raw, references.departmentIds, 200, 'Pilih OPD pendukung dari daftar OPD.');
    case 'references':
      return takenList(
        raw,
        references.referenceIds,
        field.max ?? 20,
        `Pilih paling banyak ${field.max ?? 20} tujuan atau sasaran dari RPJMD.`,
      );
  }
}

/** A set of keys, each of which must be known. */
function takenList(raw: unknown, known: ReadonlySet<string>, most: number, message: string): Parsed {
  const list = z
    .array(z.string())
    .max(most)
    .safeParse(raw ?? []);
  if (!list.success || !list.data.every(key => known.has(key))) return { ok: false, message };
  return { ok: true, value: [...new Set(list.data)].sort() };
}
