import { type ChainYear, measuresOf } from './ipm-chain';
import type { IpmNote } from './ipm-notes';
import type { IpmStory, Measure } from './ipm-story';

/**
 * What is to be known of figures that the chain takes from a department's indicator: that it does, and whether they
 * belong to another series than IPM, with which they cannot be compared (DOMAIN 9).
 */
export function chainNotes(story: IpmStory, chain: readonly ChainYear[]): IpmNote[] {
  return story.components.flatMap(part => {
    const used = measuresOf(part).find(({ id }) => id !== part.own?.id && isUsed(id, part.key, chain));
    return used ? [taken(part.name, used, chain, part.key), ...ofSeries(story, used)] : [];
  });
}

function isUsed(id: string, key: keyof ChainYear['holders'], chain: readonly ChainYear[]): boolean {
  return chain.some(({ holders, figures }) => holders[key] === id && figures[key] !== null);
}

function taken(
  name: string,
  { id, title }: Measure,
  chain: readonly ChainYear[],
  key: keyof ChainYear['holders'],
): IpmNote {
  const years = chain.filter(({ holders, figures }) => holders[key] === id && figures[key] !== null);
  const list = new Intl.ListFormat('id').format(years.map(({ year }) => String(year)));
  return {
    level: 'hint',
    message: `Angka ${name} ${list} diambil dari indikator OPD “${title}”, sebab angka daerah belum ada.`,
  };
}

function ofSeries({ index }: IpmStory, { title, series }: Measure): IpmNote[] {
  if (!index || index.series === '') return [];
  if (series === '') return [{ level: 'hint', message: `Seri data belum disebut untuk “${title}”.` }];
  if (plain(series) === plain(index.series)) return [];
  const message = `Seri data bercampur: IPM memakai “${index.series}”, ${title} memakai “${series}”. Angkanya tidak dapat dibandingkan.`;
  return [{ level: 'warn', message }];
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
