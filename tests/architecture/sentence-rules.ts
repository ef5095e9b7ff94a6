import { sentencesOf } from './sentences';
import type { Rule, Samples, Sources, Violation } from './source';

/** What is wrong with a text: the words that break the rule, and what to write instead. */
type Fault = { subject: string; advice: string };

/** A rule about every text of the program (INTERFACE 1, "Error text" and "Plain Indonesian"). */
export function ruleOf(faultsIn: (text: string) => Fault[]): Rule {
  return (sources: Sources): Violation[] =>
    sentencesOf(sources).flatMap(({ file, line, text }) =>
      faultsIn(text).map(({ subject, advice }) => ({
        ...{ file, line, subject },
        says: `says “${text.replaceAll('\n', ' / ')}”; ${advice}`,
      })),
    );
}

/** Faults by pattern; each is told once for a text. */
export function findings(list: readonly (readonly [pattern: RegExp, advice: string])[]) {
  return (text: string): Fault[] =>
    list.flatMap(([pattern, advice]) => {
      const [subject] = pattern.exec(text) ?? [];
      return subject === undefined ? [] : [{ subject, advice: `“${subject}”: ${advice}` }];
    });
}

/** Whole words, in any case. */
export function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'iu');
}

const fix = 'say what is wrong and how to put it right';
const noCode = 'a code says nothing to a reader';
const forbidden = findings([
  [words('tidak valid|invalid|salah input|terjadi kesalahan'), fix],
  [words('(?:mohon )?maaf'), 'leave the apology out and say what to do'],
  [words('Anda lupa'), 'blame nobody; say what to do'],
  [words('silahkan'), 'say what to do at once, as in “Pilih satuan.”'],
  // Of Prisma and PostgreSQL, of HTTP, of the system.
  [/\bP\d{4}\b|\b\d{2}[A-Z]\d{2}\b/, noCode],
  [/\b(?:HTTP|kode|galat|status)[ :(]*[45]\d{2}\b|\([45]\d{2}\)|^[45]\d{2}\b/i, noCode],
  [/\b(?:E(?:ACCES|ADDR|CONN|EXIST|NOENT|PERM|PIPE|TIMEDOUT)\w*|ERR_\w+)\b/, noCode],
  [/!/, 'no exclamation marks'],
]);
const failure = words('gagal');

/** Never blames, apologises, shouts or shows a code; that something failed is never all it says. */
export const saysHowToPutItRight = ruleOf(text => {
  const isAlone = failure.test(text) && partsOf(text).every(part => failure.test(part));
  return [...forbidden(text), ...(isAlone ? [{ subject: 'gagal', advice: `“gagal” alone: ${fix}` }] : [])];
});

const longest = 20;
const isWord = (word: string) => /[\p{L}\p{N}]|\{…\}/u.test(word);

/** A sentence is read in one breath. */
export const sentencesAreShort = ruleOf(text =>
  partsOf(text)
    .map(part => ({ part, count: part.split(/\s+/).filter(isWord).length }))
    .filter(({ count }) => count > longest)
    .map(({ part, count }) => ({
      subject: part,
      advice: `“${part}” has ${count} words; ${longest} at most`,
    })),
);

/** The parts of a text that are read one after the other. */
function partsOf(text: string): string[] {
  return text.split(/(?<=[.?!:;][”")]?)\s+|\n+/).filter(part => part !== '');
}

/** Writes time and money as officials do. */
export const writesFiguresAsHere = ruleOf(
  findings([
    [
      /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)|\bpukul \S+:\S+/i,
      'the time has a point, as in “pukul 14.05”',
    ],
    [/\bRp\.?\s+[\d{]|\bIDR\b/, 'money has no space, as in “Rp1.062.961.500”'],
  ]),
);

const path = 'components/a.tsx';
const said = (text: string) => ({
  what: text,
  at: `${path}:1`,
  files: { [path]: `const a = <p>${text}</p>;` },
});
const fine = (...texts: string[]) => ({ [path]: texts.map(text => `const a = <p>${text}</p>;`).join('\n') });

export const rightSamples: Samples = {
  caught: [
    said('Target tidak valid.'),
    said('Data Invalid. Ulangi.'),
    said('Salah input. Ketik lagi.'),
    said('Terjadi kesalahan. Coba lagi.'),
    said('Maaf, rencana ini sedang dikunci.'),
    said('Anda lupa mengisi satuan.'),
    said('Silahkan isi satuan.'),
    said('Isian belum tersimpan (P2002).'),
    said('Sebutkan 25P02 kepada sekretariat.'),
    said('Server menjawab HTTP 503. Coba lagi.'),
    said('404 tidak ada di sini'),
    said('Server belum menjawab (ECONNREFUSED).'),
    said('Isian tersimpan!'),
    said('Penyimpanan gagal.'),
    {
      what: 'a message of the program',
      at: 'lib/a.ts:2',
      files: { 'lib/a.ts': `const name = 'a';\nfail(\`\${name} gagal disimpan.\`);` },
    },
  ],
  fine: fine(
    'Saya lupa kata sandi.',
    'Berkas gagal dibaca. Pilih berkas lain.',
    'Pemaafan dan kegagalan tidak disebut.',
    'Paling banyak 500 huruf, dan 404 orang.',
    'Kode 33-03, SP2020, EMPAT indikator.',
  ),
};

const twenty = Array(20).fill('kata').join(' ');

export const shortSamples: Samples = {
  caught: [
    said(`${twenty} lagi.`),
    said(`Pendek. ${twenty} {hole}`),
    said(`${twenty} <strong>tebal</strong>`),
    { what: 'a string', at: 'lib/a.ts:1', files: { 'lib/a.ts': `throw new Quit('${twenty} lagi');` } },
  ],
  fine: fine(`${twenty}. ${twenty}: ${twenty}; ${twenty}? ${twenty} –`, '10,5 dan 1.234 dan t.a.d.'),
};

export const figureSamples: Samples = {
  caught: [
    said('Ditutup 14:05.'),
    said('Ditutup pukul {hour}:{minute}.'),
    said('Pagu Rp 1.062.961.500'),
    said('Pagu Rp. {amount}'),
    said('Pagu IDR 5'),
  ],
  fine: fine(
    'Ditutup pukul 14.05.',
    'Pagu Rp1.062.961.500',
    'Rp miliar',
    'Rasio 1:100',
    '{host}:{port} di sini',
  ),
};
