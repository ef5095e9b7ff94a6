import type { Samples, Sources, Violation } from './source';
import { type Piece, piecesOf, structureWords } from './structure-words';

const ours = /^(app|components|lib)\/.+\.(tsx?|mjs|js|css)$/;
// 2000 is a limit of length, never a year of a plan.
const year = /(?<!\d)20(?!00)\d\d(?!\d)/gu;

/** Structure is data: no dimension, no department and no year is written into the code. */
export function structureIsData(sources: Sources): Violation[] {
  const { codes, names } = structureWords(sources);
  const patterns: [string, RegExp][] = [
    ['year', year],
    ['code', wordPattern(codes, 'gu')],
    ['name', wordPattern(names, 'giu')],
  ];
  return [...sources.keys()]
    .filter(path => ours.test(path))
    .flatMap(path =>
      piecesOf(sources, path).flatMap(piece =>
        patterns.flatMap(([what, pattern]) =>
          foundIn(piece, pattern).map(word => found(path, piece, what, word)),
        ),
      ),
    );
}

function wordPattern(words: readonly string[], flags: string): RegExp {
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|') || '(?!)'})(?![\\p{L}\\p{N}_])`, flags);
}

function foundIn({ text }: Piece, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function found(file: string, { line }: Piece, what: string, word: string): Violation {
  return { file, line, subject: word, says: `the ${what} ${word} belongs in the data, not in the code` };
}

const data = {
  'prisma/seed/dimension-set.ts':
    "const templates = [{ key: 'WATER', code: 'SW', name: 'Smart Water', icon: 'leaf' }];",
  'prisma/seed/data/dimensions.json':
    '{ "WATER": [{ "code": "SW1", "name_id": "Mata Air", "short_name_id": "Air" }] }',
  'prisma/seed/data/place.json': '{ "departments": [{ "code": "DINAIR", "name": "Dinas Air" }] }',
};
const offence = (file: string, code: string) => ({
  what: code,
  at: `${file}:1`,
  files: { ...data, [file]: code },
});

export const samples: Samples = {
  caught: [
    offence('lib/plan/a.ts', "const first = dimensions.find(({ code }) => code === 'SW');"),
    offence('lib/plan/a.ts', "const example = 'SW-03';"),
    offence('lib/plan/a.ts', 'const icons = { WATER: 1 };'),
    offence('lib/plan/a.ts', 'const isWater = /^SW1/.test(code);'),
    offence('components/a.tsx', 'const title = <h1>Rencana smart water</h1>;'),
    offence('components/a.tsx', `const title = \`\${name} Mata Air\`;`),
    offence('app/page.tsx', 'const owner = <p title="DINAIR" />;'),
    offence('app/page.tsx', "const owner = 'Dinas Air';"),
    offence('lib/plan/a.ts', 'const years = [2031];'),
    offence('lib/plan/a.ts', "const link = 'https://example.org/rencana-2031.pdf';"),
    offence('app/styles/a.css', '.year-2031 { color: red; }'),
    {
      what: 'the right line of a longer text',
      at: 'lib/plan/a.ts:3',
      files: { ...data, 'lib/plan/a.ts': '/* SW, 2031 */\nconst text = `one\ntwo 2031`;' },
    },
  ],
  fine: {
    ...data,
    'lib/plan/a.ts': "// SW in 2031\nconst limits = [2000, 20_310, 120315]; const text = 'SWASTA dinair';",
    'app/styles/a.css': '/* Smart Water\n2031 */\n.a { transition: 2000ms; }',
    'tests/a.test.ts': "const code = 'SW';",
  },
};
