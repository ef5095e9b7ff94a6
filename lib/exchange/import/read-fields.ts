import { kinds } from '@/lib/plan/kinds/all';
import { type Fields, type FieldValue, type ItemKind, precisionOf, textOf } from '@/lib/plan/kinds/kind';
import type { Ground } from './ground';
import { fieldPathOf, unknown } from './meaning';
import { askOfCovered, askOfShares, askOfSigns, type Unsure } from './questions';
import type { Choice, Finding } from './report';
import { answerFor } from './row-parts';
import type { TableRow } from './table';
import { type Given, readCell, readPlain, short, valueTypeOf } from './values';
import { oneLine, saysNothing } from './wording';

/** What a row says of its item's fields, and what has to be asked first. */
export type RowFields = {
  /** By path, with the column that it came from. */
  wanted: Map<string, { value: FieldValue; column: number }>;
  /** What a row of an indicator says of its target. */
  ofTarget: Map<string, { value: FieldValue; column: number }>;
  findings: Finding[];
};

type About = {
  kind: ItemKind;
  dimensionId: string | null;
  /** What is there already; an empty object for a new item. */
  fields: Fields;
};

/** Reads all cells of a row that stand for fields. */
export function readFields(ground: Ground, row: TableRow, about: About): RowFields {
  const read: RowFields = { wanted: new Map(), ofTarget: new Map(), findings: [] };
  const context = contextOf(ground, row, about);
  const unsure: Unsure[] = [];
  for (const [column, given] of row.cells) {
    const path = fieldPathOf(ground.meanings[column] ?? unknown);
    if (path === null) continue;
    const own = ground.fieldOf(about.kind, path);
    const ofTarget = !own && about.kind === 'indicator' ? ground.fieldOf('target', path) : undefined;
    const field = own ?? ofTarget;
    if (!field) {
      if (!saysNothing(given.text)) read.findings.push(withoutField(ground, row, column, about.kind));
      continue;
    }
    // A formula that was never computed is empty, and is not meant to be.
    if (given.note && oneLine(given.text) === '') {
      read.findings.push({
        level: 'doubt',
        column,
        reason: `${field.label}: ${given.note}`,
        remedy: 'Tulis isinya, lalu periksa lagi.',
      });
      continue;
    }
    if (given.note && given.kind !== 'date' && given.kind !== 'error')
      read.findings.push(note(column, given.note));
    const into = own ? read.wanted : read.ofTarget;
    const take = (value: FieldValue) => into.set(path, { value, column });
    if (field.input === 'cell') {
      const answer = readCell(given, field, context);
      if (answer.kind === 'problem' && answer.options?.length === 2 && given.kind !== 'date')
        unsure.push({ column, reason: answer.reason, options: answer.options });
      else if (answer.kind === 'problem') read.findings.push(problemFinding(row, column, answer));
      else {
        take(answer.cell);
        if (answer.note) read.findings.push(note(column, answer.note));
      }
    } else if (field.input === 'departments') readSupporters(ground, read, column, given, take);
    else if (field.input === 'subdimension') readSubdimension(ground, read, row, column, given, about, take);
    else {
      const answer = readPlain(given, field);
      if (answer.kind === 'problem') read.findings.push(problemFinding(row, column, answer));
      else take(answer.value);
    }
  }
  askOfSigns(row, read, unsure);
  askOfShares(ground, row, read, context.unit, about);
  askOfCovered(row, read);
  return read;
}

export const note = (column: number | null, reason: string): Finding => ({
  ...{ level: 'note', column, reason, remedy: '' },
});

function problemFinding(
  row: TableRow,
  column: number,
  answer: {
    level: 'doubt' | 'refusal';
    reason: string;
    remedy: string;
    options?: { label: string; text: string }[];
  },
): Finding {
  const { level, reason, remedy, options } = answer;
  const choices = options?.map(({ label, text }): Choice => ({ label, cells: answerFor(row, column, text) }));
  return { level, column, reason, remedy, ...(choices ? { choices } : {}) };
}

/** A cell under a head that this kind of item has no field for. */
export function withoutField(ground: Ground, row: TableRow, column: number, kind: ItemKind): Finding {
  const path = fieldPathOf(ground.meanings[column] ?? unknown) ?? '';
  const field = ground.fieldOf('indicator', path) ?? ground.fieldOf('target', path);
  const isOfIndicator = kind !== 'indicator' && ground.fieldOf('indicator', path) !== undefined;
  const text = short(oneLine(row.cells.get(column)?.text ?? ''));
  return {
    ...{ level: 'doubt', column },
    reason: `${kinds[kind].label} tidak punya isian ${field?.label ?? path}, tetapi sel ini berisi “${text}”.`,
    remedy: isOfIndicator ? 'Tulis nama indikatornya, atau kosongkan sel ini.' : 'Kosongkan sel ini.',
    choices: [{ label: 'Abaikan sel ini', cells: answerFor(row, column, '') }],
  };
}

/** How figures of this row are read. */
function contextOf(ground: Ground, row: TableRow, { fields }: About) {
  const textIn = (path: string) => {
    const column = ground.meanings.indexOf(`field:${path}`);
    const text = column < 0 ? undefined : row.cells.get(column)?.text;
    return text === undefined || saysNothing(text) ? undefined : oneLine(text);
  };
  const unit = textIn('unit') ?? textOf(fields, 'unit');
  const type = textIn('valueType')?.toLowerCase();
  const given = { angka: 'number', 'angka atau rentang': 'range', predikat: 'category' }[type ?? ''];
  const digits = Number(textIn('precision') ?? Number.NaN);
  const kept = precisionOf(fields);
  return {
    unit,
    valueType: given ?? valueTypeOf(fields, unit),
    precision: Number.isInteger(digits) ? digits : kept,
  };
}

function readSupporters(
  ground: Ground,
  read: RowFields,
  column: number,
  given: Given,
  take: (value: FieldValue) => unknown,
): void {
  const found = ground.findDepartment(given.text);
  if (found.kind === 'none') {
    take([]);
    return;
  }
  const ids = found.kind === 'one' ? [found.id] : found.kind === 'several' ? found.ids : [];
  const unknown =
    found.kind === 'unknown'
      ? [{ name: found.name, key: found.key }]
      : found.kind === 'several'
        ? found.unknown
        : [];
  for (const { name, key } of unknown) {
    if (ground.answers.departments[key] === '') {
      read.findings.push(note(column, `“${short(name)}” bukan OPD, jadi tidak ditulis sebagai pendukung.`));
      continue;
    }
    read.findings.push({
      ...{ level: 'doubt', column, department: { name, key } },
      reason: `“${short(name)}” belum dikenal sebagai OPD pendukung.`,
      remedy: 'Pilih OPD-nya pada daftar nama OPD, atau sebut bukan OPD.',
    });
  }
  take([...ids].sort());
}

function readSubdimension(
  ground: Ground,
  read: RowFields,
  row: TableRow,
  column: number,
  given: Given,
  { dimensionId }: About,
  take: (value: FieldValue) => unknown,
): void {
  if (saysNothing(given.text)) {
    take(null);
    return;
  }
  const found = ground.findSubdimension(given.text, dimensionId);
  if (found) {
    take(found.id);
    return;
  }
  const known = ground.view.subdimensions.filter(one => one.dimensionId === dimensionId);
  read.findings.push({
    ...{ level: 'refusal', column },
    reason: `“${short(oneLine(given.text))}” bukan subdimensi dari dimensi baris ini.`,
    remedy:
      known.length > 0 ? `Pilih: ${known.map(({ code }) => code).join(', ')}.` : 'Tentukan dimensinya dulu.',
    choices: [{ label: 'Kosongkan sel ini', cells: answerFor(row, column, '') }],
  });
}
