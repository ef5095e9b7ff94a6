import { type ChainYear, measuresOf } from './ipm-chain';
import type { IpmNote } from './ipm-notes';
import type { ComponentStory, IpmStory, Measure } from './ipm-story';

type Used = { part: ComponentStory; measure: Measure };

/**
 * What is to be known of figures that the chain takes from a department's indicator: that it does, and whether they
 * belong to another series than IPM, with which they cannot be compared (DOMAIN 9).
 */
export function chainNotes(story: IpmStory, chain: readonly ChainYear[]): IpmNote[] {
  const used = story.components.flatMap((part): Used[] => {
    const measure = measuresOf(part).find(({ id }) => id !== part.own?.id && isUsed(id, part, chain));
    return measure ? [{ part, measure }] : [];
  });
  if (used.length === 0) return [];
  const names = used.map(({ part }) => part.name);
  const hint = `Sebagian angka ${list(names)} diambil dari indikator OPD, sebab angka daerah belum ada.`;
  return [...ofSeries(story, used), { level: 'hint', message: hint }];
}

function isUsed(id: string, { key }: ComponentStory, chain: readonly ChainYear[]): boolean {
  return chain.some(({ holders, figures }) => holders[key] === id && figures[key] !== null);
}

function ofSeries({ index }: IpmStory, used: readonly Used[]): IpmNote[] {
  if (!index || index.series === '') return [];
  const quoted = ({ measure }: Used) => `“${measure.title}”`;
  const others = used.filter(
    ({ measure: { series } }) => series !== '' && plain(series) !== plain(index.series),
  );
  const unnamed = used.filter(({ measure }) => measure.series === '');
  return [
    ...others.map((one): IpmNote => {
      const message = `Seri data bercampur: IPM memakai “${index.series}”, ${quoted(one)} memakai “${one.measure.series}”. Angkanya tidak dapat dibandingkan.`;
      return { level: 'warn', message };
    }),
    ...(unnamed.length > 0
      ? [{ level: 'hint' as const, message: `Seri data belum disebut untuk ${list(unnamed.map(quoted))}.` }]
      : []),
  ];
}

const list = (texts: readonly string[]) => new Intl.ListFormat('id').format(texts);

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
