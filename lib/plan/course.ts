import { type Cell, cellOf, type Fields, hasValue, type Years } from './kinds/kind';
import { amountOf } from './numbers';

export type Stop = { year: number; cell: Cell };

/** Where an indicator comes from and where it is to arrive. */
export type Course = {
  /** null: no value is known from before the first target. */
  start: Stop | null;
  /** The last filled year within five of the plan's beginning, else the last that is filled; null without targets. */
  aim: Stop | null;
  /** A later year that the plan looks ahead to. */
  beyond: Stop | null;
};

const midTerm = 5;

/** The course of an indicator, from its baseline and its yearly targets. */
export function courseOf(fields: Fields, { baselineYear, years }: Years): Course {
  const baseline = cellOf(fields, 'baseline');
  const from = typeof fields.baselineYear === 'number' ? fields.baselineYear : baselineYear;
  const filled = years
    .map(year => ({ year, cell: cellOf(fields, `milestones.${year}`) }))
    .filter(({ cell }) => hasValue(cell));
  const aim = filled.findLast(({ year }) => year <= baselineYear + midTerm) ?? filled.at(-1) ?? null;
  const last = filled.at(-1) ?? null;
  return {
    start: hasValue(baseline) ? { year: from, cell: baseline } : null,
    aim,
    beyond: last && aim && last.year > aim.year ? last : null,
  };
}

/** −1 falls, 0 stays, 1 rises; null where the two cannot be compared. */
export type Move = -1 | 0 | 1 | null;

/** How a value moves from one cell to another: by its amount, or by its place in the scale of categories. */
export function moveOf(from: Cell, to: Cell, scale: string): Move {
  const order = scale.split(';').map(step => step.trim().toLowerCase());
  const placeOf = (cell: Cell) => (cell.text === null ? amountOf(cell) : placeIn(order, cell.text));
  const [before, after] = [placeOf(from), placeOf(to)];
  if (before === null || after === null) return null;
  return before === after ? 0 : after > before ? 1 : -1;
}

function placeIn(order: readonly string[], text: string): number | null {
  const place = order.indexOf(text.trim().toLowerCase());
  return place < 0 ? null : place;
}
