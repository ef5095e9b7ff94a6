import { type Course, courseOf, type Move, moveOf, type Stop } from './course';
import { childKind, kinds } from './kinds/all';
import {
  type Cell,
  cellOf,
  type Fields,
  hasValue,
  type ItemKind,
  precisionOf,
  textOf,
  type Years,
} from './kinds/kind';
import { showCell } from './numbers';

/** How many items of each kind hang below a goal or a target, and how many of them are approved. */
export type Below = Partial<Record<ItemKind, { all: number; approved: number }>>;

const longTitle = 90;
const verbs = { '-1': 'turun', 1: 'naik' } as const;
const better = {
  up: 'Makin tinggi, makin baik.',
  down: 'Makin rendah, makin baik.',
  range: 'Angkanya baik bila tetap di antara dua batas.',
};

/** What an indicator promises, in sentences that need no knowledge of planning. */
export function indicatorWords(fields: Fields, plan: Years): string[] {
  const course = courseOf(fields, plan);
  return [
    promise(fields, course),
    course.start || !course.aim ? '' : noStart(cellOf(fields, 'baseline')),
    preference(fields, course),
    fields.accumulation === 'cumulative' ? 'Angka tiap tahun dihitung terus sejak awal.' : '',
    afterwards(fields, course, plan),
  ].filter(sentence => sentence !== '');
}

/** What stands below a goal or a target, in a sentence for each kind. */
export function aimWords(kind: ItemKind, below: Below): string[] {
  const child = childKind(kind);
  if (!child) return [];
  const name = `${kinds[kind].label} ini`;
  if (!below[child.name]?.all)
    return [`Belum ada ${child.label.toLowerCase()} di bawah ${name.toLowerCase()}.`];
  const parts = Object.values(kinds).flatMap(({ name: key, label }) => {
    const count = below[key];
    return count && count.all > 0 ? [{ ...count, label: label.toLowerCase() }] : [];
  });
  const all = parts.map(part => `${part.all} ${part.label}`).join(' dan ');
  return [
    kind === 'goal' ? `${name} dicapai lewat ${all}.` : `${name} diukur dengan ${all}.`,
    approvedWords(parts),
  ];
}

type Part = { all: number; approved: number; label: string };

function approvedWords(parts: readonly Part[]): string {
  if (parts.every(({ approved, all }) => approved === all)) return 'Semuanya sudah disetujui.';
  if (parts.every(({ approved }) => approved === 0)) return 'Belum ada yang disetujui.';
  const agreed = parts.map(({ approved, label }) => `${approved} ${label}`).join(' dan ');
  return `Sudah disetujui: ${agreed}.`;
}

function promise(fields: Fields, { start, aim, beyond }: Course): string {
  const title = textOf(fields, 'title');
  const name = title === '' || title.length > longTitle ? 'Indikator ini' : title;
  const told = (stop: Stop) => amount(stop.cell, fields);
  if (!aim) {
    return start
      ? `${name} tercatat ${told(start)} pada ${start.year}; targetnya belum diisi.`
      : `${name} belum mempunyai kondisi awal dan target tahunan.`;
  }
  const then = beyond ? `, lalu ${told(beyond)} pada ${beyond.year}` : '';
  if (!start) return `${name} diharapkan mencapai ${told(aim)} pada ${aim.year}${then}.`;
  const move = moveOf(start.cell, aim.cell, textOf(fields, 'scale'));
  if (told(start) === told(aim)) {
    return `${name} diharapkan tetap ${told(start)} dari ${start.year} sampai ${aim.year}${then}.`;
  }
  const way = `dari ${told(start)} (${start.year}) menjadi ${told(aim)} pada ${aim.year}`;
  return `${name} diharapkan ${verbFor(fields, move)} ${way}${then}.`;
}

function verbFor(fields: Fields, move: Move): string {
  if (fields.direction === 'range') return 'dijaga';
  return move === null || move === 0 ? 'berubah' : verbs[move];
}

const noStart = ({ skipReason }: Cell) =>
  skipReason === null ? 'Belum ada data awal.' : 'Data awalnya memang tidak ada.';

/** Which way is good, and that the target goes the other way if it does. */
function preference({ direction, ...fields }: Fields, { start, aim }: Course): string {
  if (direction !== 'up' && direction !== 'down' && direction !== 'range') return '';
  const move = start && aim ? moveOf(start.cell, aim.cell, textOf(fields, 'scale')) : null;
  if (direction === 'up' && move === -1) return 'Makin tinggi makin baik, tetapi targetnya lebih rendah.';
  if (direction === 'down' && move === 1) return 'Makin rendah makin baik, tetapi targetnya lebih tinggi.';
  return better[direction];
}

/** From when on there is no target any more, and why if its owner says so. */
function afterwards(fields: Fields, { aim, beyond }: Course, { years }: Years): string {
  const last = beyond ?? aim;
  const rest = years.filter(year => !last || year > last.year);
  const [first] = rest;
  if (first === undefined) return '';
  const cells = rest.map(year => cellOf(fields, `milestones.${year}`));
  const reasons = cells.flatMap(({ skipReason }) => skipReason ?? []);
  if (reasons.length === rest.length) {
    const reason = new Set(reasons).size === 1 ? ` Alasannya: ${withStop(reasons[0] ?? '')}` : '';
    return `Mulai ${first} tidak ditargetkan${last ? ' lagi' : ''}.${reason}`;
  }
  if (!last) return '';
  const missing = rest.filter((_, index) => !cells[index]?.skipReason && !hasValue(cells[index] as Cell));
  return `Target ${listed(missing)} belum diisi.`;
}

const withStop = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);

const listed = (years: readonly number[]) =>
  years.length > 1 ? `${years.slice(0, -1).join(', ')} dan ${years.at(-1)}` : `${years[0] ?? ''}`;

/** A value with its unit, which never begins a line; an index speaks for itself. */
function amount(cell: Cell, fields: Fields): string {
  const precision = precisionOf(fields);
  const unit = textOf(fields, 'unit');
  const shown = showCell(cell, precision);
  if (cell.text !== null || unit === '' || unitless.test(unit)) return shown;
  return /^Rp/.test(unit) ? `Rp${shown}${unit.slice(2)}` : `${shown}\u00a0${unit}`;
}

const unitless = /^(?:indeks|nilai|predikat|skor|angka)\b/i;
