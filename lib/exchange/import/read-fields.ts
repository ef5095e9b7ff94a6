import { kinds } from '@/lib/plan/kinds/all';
import {
  type Cell,
  cellOf,
  emptyCell,
  type Fields,
  type FieldValue,
  hasValue,
  type ItemKind,
  textOf,
} from '@/lib/plan/kinds/kind';
import { showDecimal } from '@/lib/plan/numbers';
import { yearOfHead } from './columns';
import type { Ground } from './ground';
import { fieldPathOf, unknown } from './meaning';
import { type Choice, cellKey, type Finding } from './report';
import { answerFor, figureColumn, type TableRow } from './table';
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
    if (given.note && given.kind !== 'date') read.findings.push(note(column, given.note));
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
  const kept = typeof fields.precision === 'number' ? fields.precision : null;
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

type Unsure = { column: number; reason: string; options: { label: string; text: string }[] };

/** Points that may group thousands or begin decimals: one hand wrote the row, so it is asked once for all of them. */
function askOfSigns(row: TableRow, read: RowFields, unsure: readonly Unsure[]): void {
  const [first] = unsure;
  if (!first) return;
  const choice = (at: number): Choice => ({
    label: unsure.map(({ options }) => options[at]?.label ?? '').join('; '),
    cells: answersFor(
      row,
      unsure.map(({ column, options }) => [column, options[at]?.text ?? '']),
    ),
  });
  read.findings.push({
    ...{ level: 'doubt', column: first.column },
    reason: first.reason,
    remedy: unsure.length > 1 ? 'Pilih angka yang dimaksud untuk baris ini.' : 'Pilih salah satu.',
    choices: [choice(0), choice(1)],
  });
}

const answersFor = (row: TableRow, texts: readonly [number, string][]): Record<string, string> =>
  Object.assign({}, ...texts.map(([column, text]) => answerFor(row, column, text)));

/** A share written as 0.65 where others write 65 %: never guessed, asked once for the whole row. */
function askOfShares(ground: Ground, row: TableRow, read: RowFields, unit: string, { fields }: About): void {
  if (!/^(?:%|persen|persentase)\b|^%/i.test(unit)) return;
  const isPart = ({ low, high }: Cell) =>
    low !== null && high === null && Math.abs(Number(low)) < 1 && Number(low) !== 0;
  const figures = [...read.wanted].flatMap(([path, { value, column }]) => {
    const text = row.cells.get(column)?.text ?? '';
    const isFigure =
      figureColumn(ground.meanings[column] ?? '') && typeof value === 'object' && value !== null;
    if (!isFigure || Array.isArray(value) || /%\s*$/.test(text)) return [];
    const stored = cellOf(fields, path);
    return stored.low === value.low ? [] : [{ column, value, stored }];
  });
  const parts = figures.filter(({ value, stored }) => isPart(value) && !isPart(stored));
  const [first] = parts;
  if (!first) return;
  const asked = figures.filter(({ value }) => isPart(value) || value.low === '1');
  const answers = (factor: number) =>
    Object.assign(
      {},
      ...asked.map(({ column, value }) =>
        answerFor(row, column, `${showDecimal(times(value.low ?? '0', factor)).replaceAll('.', '')}%`),
      ),
    ) as Record<string, string>;
  const shown = (factor: number) =>
    asked.map(({ value }) => `${showDecimal(times(value.low ?? '0', factor))}%`).join('; ');
  read.findings.push({
    ...{ level: 'doubt', column: first.column },
    reason: `Satuannya %, tetapi sel ini berisi ${showDecimal(first.value.low ?? '')}. Mungkin persen yang ditulis sebagai pecahan.`,
    remedy: 'Pilih angka yang dimaksud untuk baris ini.',
    choices: [
      { label: shown(100), cells: answers(100) },
      { label: shown(1), cells: answers(1) },
    ],
  });
}

/** A decimal a hundredfold, digit by digit: floats would make 7.000000000000001 of 0.07. */
function times(decimal: string, factor: number): string {
  if (factor === 1) return decimal;
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = fraction.padEnd(2, '0');
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${decimal.startsWith('-') ? '-' : ''}${moved}${rest === '' ? '' : `.${rest}`}`;
}

/** A figure in a merged cell over several rows or years is one figure; whether it holds for each is asked. */
function askOfCovered(row: TableRow, read: RowFields): void {
  for (const [column, text] of row.covered) {
    const answers = (value: string) => ({ [cellKey(row.row, column)]: value });
    read.findings.push({
      ...{ level: 'doubt', column },
      reason: `Sel ini digabung dengan sel lain yang berisi “${short(oneLine(text))}”.`,
      remedy: 'Pilih apakah nilainya sama, atau tulis nilainya sendiri.',
      choices: [
        { label: `Pakai ${short(oneLine(text))}`, cells: answers(text) },
        { label: 'Kosongkan', cells: answers('') },
      ],
    });
  }
}

/** The fields that a new indicator begins with besides what its row says. */
export function firstFields(
  ground: Ground,
  row: TableRow,
  kind: ItemKind,
  wanted: RowFields['wanted'],
): Fields {
  if (kind !== 'indicator') return {};
  const { plan } = ground.view;
  const fields: Fields = { ...kinds[kind].startsWith?.(plan) };
  const unit = wanted.get('unit')?.value;
  const figures = [...wanted].filter(([path]) => figureColumn(`field:${path}`));
  const cells = figures.map(([, { value }]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : emptyCell,
  );
  const given = figures.filter((_, index) => hasValue(cells[index] ?? emptyCell));
  if (cells.some(({ high }) => high !== null)) fields.valueType = 'range';
  if (cells.some(({ text }) => text !== null)) fields.valueType = 'category';
  const isShare =
    given.length > 0 && given.every(([, { column }]) => /%\s*$/.test(row.cells.get(column)?.text ?? ''));
  if (!unit && isShare) fields.unit = '%';
  const baseline = wanted.get('baseline');
  const year = baseline && yearOfHead(ground.labels[baseline.column] ?? '');
  if (year) fields.baselineYear = year;
  return fields;
}
