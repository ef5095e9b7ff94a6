import { disagreement, factorOf, isWithin } from './ipm';
import { amountIn, type ComponentStory, type IpmStory, type Measure, numberOf } from './ipm-story';
import { showCell, showDecimal } from './numbers';

/** Something to know about the figures of IPM: a `warn` doubts them, a `hint` says why nothing was computed. */
export type IpmNote = { level: 'warn' | 'hint'; message: string };

/** What an IPM from the formula looks like: "70,51". */
export const showIpm = (ipm: number) => showDecimal(ipm.toFixed(2));

/** All that is to be known: mixed series, a stated IPM that its components do not give, units, limits, gaps. */
export function ipmNotes(story: IpmStory): IpmNote[] {
  return [...ofSeries(story), ...ofYears(story), ...story.components.flatMap(ofFigures), ...ofMissing(story)];
}

/** Figures of two series cannot be compared, and no index can be made of both (DOMAIN 9). */
function ofSeries({ index, components }: IpmStory): IpmNote[] {
  const parts = [
    ...(index ? [{ name: 'IPM', series: index.series }] : []),
    ...components.flatMap(({ name, own }) => (own && hasNumber(own) ? [{ name, series: own.series }] : [])),
  ];
  const named = parts.filter(({ series }) => series !== '');
  const unnamed = parts.filter(({ series }) => series === '');
  const first = named[0];
  // Where no series is named at all, none is known to be another.
  if (!first) return [];
  const [, ...others] = [...new Set(named.map(({ series }) => plain(series)))];
  const notes = others.map((other): IpmNote => {
    const group = named.filter(({ series }) => plain(series) === other);
    const message = `Seri data bercampur: ${first.name} memakai “${first.series}”, ${listed(group)} memakai “${group[0]?.series}”. Angkanya tidak dapat dibandingkan.`;
    return { level: 'warn', message };
  });
  if (unnamed.length > 0)
    notes.push({ level: 'hint', message: `Seri data belum disebut untuk ${listed(unnamed)}.` });
  return notes;
}

const listed = (parts: readonly { name: string }[]) =>
  new Intl.ListFormat('id').format(parts.map(({ name }) => name));

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');

const hasNumber = ({ points }: Measure) => points.some(({ cell }) => numberOf(cell) !== null);

function ofYears({ index, years }: IpmStory): IpmNote[] {
  return years.flatMap(({ year, stated, computed }): IpmNote[] => {
    const amount = numberOf(stated);
    if (amount === null || computed === null || disagreement(amount, computed) === null) return [];
    const message = `IPM ${year} tertulis ${showCell(stated, index?.precision)}, tetapi komponennya menghasilkan ${showIpm(computed)}. Periksa angka dan serinya.`;
    return [{ level: 'warn', message }];
  });
}

/** A unit that the formula does not know, or a figure that no region has; usually a unit mistaken. */
function ofFigures(story: ComponentStory): IpmNote[] {
  const { own, name, ...component } = story;
  if (!own || !hasNumber(own)) return [];
  if (factorOf(story, own.unit) === null) {
    const wanted = component.unit === 'tahun' ? 'tahun' : 'Rp, Rp ribu, atau Rp juta';
    const said = own.unit === '' ? `Satuan ${name} kosong` : `Satuan ${name}, “${own.unit}”, tidak dikenal`;
    return [{ level: 'warn', message: `${said}. Tulis ${wanted} agar IPM dapat dihitung.` }];
  }
  return own.points.flatMap(({ year, cell }): IpmNote[] => {
    const amount = amountIn(year, story);
    if (amount === null || isWithin(story, amount)) return [];
    const figure = `${showCell(cell, own.precision)} ${own.unit}`;
    const message = `Angka ${name} ${year}, ${figure}, di luar batas rumus IPM. Periksa angka dan satuannya.`;
    return [{ level: 'warn', message }];
  });
}

/** Which figures the region has not stated, when IPM is there to be checked against them. */
function ofMissing({ index, components }: IpmStory): IpmNote[] {
  const missing = components.filter(({ own }) => !own || !hasNumber(own));
  if (!index || missing.length === 0) return [];
  const message = `IPM belum dapat dihitung ulang. Angka daerah belum ada untuk ${listed(missing)}.`;
  return [{ level: 'hint', message }];
}
