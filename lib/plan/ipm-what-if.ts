import { type ComponentKey, components, isWithin } from './ipm';
import type { ChainYear } from './ipm-chain';
import { cellKey, type Tried } from './ipm-gaps';
import { readValue, showDecimal } from './numbers';

/** What is typed to be tried, as text, by `cellKey`. */
export type Typed = Readonly<Record<string, string>>;

/** What each component is called in an address. */
export const addressNames: Record<ComponentKey, string> = {
  ...{ uhh: 'uhh', hls: 'hls', rls: 'rls', spending: 'pengeluaran' },
};

const mostLetters = 30;

/** What an address asks to be tried; whatever names no component and year of the chain is left out. */
export function typedOf(
  query: Record<string, string | string[] | undefined>,
  chain: readonly ChainYear[],
): Typed {
  const cells = chain.flatMap(({ year }) => components.map(({ key }) => ({ key, year })));
  return Object.fromEntries(
    cells.flatMap(({ key, year }) => {
      const text = query[fieldName(key, year)];
      return typeof text === 'string' && text.trim() !== '' && text.length <= mostLetters
        ? [[cellKey(key, year), text.trim()]]
        : [];
    }),
  );
}

/** The name of a figure in the form and in the address: "uhh-2030". */
export const fieldName = (key: ComponentKey, year: number) => `${addressNames[key]}-${year}`;

/** The address part that tries the same again; '' when nothing is tried. */
export function queryOfTyped(typed: Typed, chain: readonly ChainYear[]): string {
  const parts = chain.flatMap(({ year }) =>
    components.flatMap(({ key }): [string, string][] => {
      const text = typed[cellKey(key, year)];
      return text ? [[fieldName(key, year), text]] : [];
    }),
  );
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`;
}

/** What was understood of what is typed, and why the rest was not, by `cellKey`. */
type ReadTyped = { tried: Tried; problems: Readonly<Record<string, string>> };

/** Reads what is typed: years of life and school with decimals, spending in whole rupiah a year. */
export function readTyped(typed: Typed): ReadTyped {
  const tried: Record<string, number> = {};
  const problems: Record<string, string> = {};
  for (const [cell, text] of Object.entries(typed)) {
    const component = components.find(({ key }) => cell.startsWith(`${key}-`));
    if (!component) continue;
    const isMoney = component.key === 'spending';
    const reading = readValue(text, { valueType: 'number', precision: isMoney ? 0 : 2 });
    const example = isMoney ? '11.250.000' : '12,50';
    if (reading.kind !== 'number') problems[cell] = `Tulis satu angka, misalnya ${example}.`;
    else if (!isWithin(component, Number(reading.low)))
      problems[cell] =
        `Tulis angka ${showDecimal(String(component.low))} sampai ${showDecimal(String(component.high))}.`;
    else tried[cell] = Number(reading.low);
  }
  return { tried, problems };
}
