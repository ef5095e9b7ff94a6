import ts from 'typescript';
import { codeFiles, nodesIn, type Samples, type Sources, type Violation, violationAt } from './source';
import { piecesOf } from './structure-words';

const unsafe = ['$queryRawUnsafe', '$executeRawUnsafe', 'dangerouslySetInnerHTML'];

/** What opens a hole or hides a fault is not used at all. */
export function nothingUnsafe(sources: Sources): Violation[] {
  return codeFiles(sources, /^(app|components|lib|prisma)\//).flatMap(file => [
    ...silenced(file),
    ...nodesIn(file).flatMap(node => {
      const word = unsafeWord(node);
      return word ? violationAt(node, word, `${word} is not used here`) : [];
    }),
  ]);
}

function unsafeWord(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) return unsafe.find(word => word === node.text);
  if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword) return 'as any';
  const isConsole = ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console';
  return isConsole ? `console.${node.name.text}` : undefined;
}

function silenced(file: ts.SourceFile): Violation[] {
  return file.text.split('\n').flatMap((text, index) => {
    const word = /@ts-(ignore|nocheck)/.exec(text)?.[0];
    return word ? { file: file.fileName, line: index + 1, subject: word, says: `${word} hides a fault` } : [];
  });
}

const drawer = /^(utils?|helpers?|services?|types?|constants?|hooks?|common)(\..+)?$/;

/** Files are named after what they hold: no drawers, no barrels. */
export function namesSayWhat(sources: Sources): Violation[] {
  return [...sources.keys()].flatMap(file => {
    const name = file.split('/').find(part => drawer.test(part) || /^index\.(tsx?|mjs|js)$/.test(part));
    const says = `${name} says nothing of what is in it; name it after its concept`;
    return name ? { file, line: 1, subject: name, says } : [];
  });
}

const drawn = /^(components\/.+\.(tsx?|css)|app\/.+\.(tsx|css))$/;
const palette = 'app/styles/tokens.css';
const colour =
  /(?:#|%23)(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z_-])|\b(?:rgb|hsl)a?\(|\bok(?:lch|lab)\(/gi;

/** Colours stand in the tokens, or in the data; nothing that is drawn names one itself. */
export function coloursAreTokens(sources: Sources): Violation[] {
  return [...sources.keys()]
    .filter(file => drawn.test(file) && file !== palette)
    .flatMap(file =>
      piecesOf(sources, file).flatMap(({ text, line }) =>
        (text.match(colour) ?? []).map(subject => ({
          ...{ file, line, subject },
          says: `the colour ${subject} belongs in ${palette}`,
        })),
      ),
    );
}

const at = (file: string, code: string) => ({
  what: `${file}: ${code}`,
  at: `${file}:1`,
  files: { [file]: code },
});

export const unsafeSamples: Samples = {
  caught: [
    at('lib/plan/a.ts', 'await tx.$queryRawUnsafe(sql);'),
    at('lib/plan/a.ts', "await tx['$executeRawUnsafe'](sql);"),
    at('components/a.tsx', 'const a = <p dangerouslySetInnerHTML={html} />;'),
    at('app/page.tsx', '// @ts-ignore'),
    at('lib/plan/a.ts', 'const a = b as any;'),
    at('prisma/seed/a.ts', "console.log('done');"),
  ],
  fine: {
    'lib/plan/a.ts':
      '// never console.log, never as any\nawait tx.$queryRaw`SELECT 1`; const a = b as unknown;',
    'tests/a.test.ts': "console.log('here it may');",
  },
};

export const nameSamples: Samples = {
  caught: ['lib/plan/utils.ts', 'components/hooks/use-a.ts', 'lib/types.d.ts', 'lib/plan/index.ts'].map(
    file => at(file, ''),
  ),
  fine: {
    'lib/plan/kinds/kind.ts': '',
    'components/item/field-types.tsx': '',
    'lib/server/common-words.ts': '',
  },
};

export const colourSamples: Samples = {
  caught: [
    at('components/a.tsx', 'const a = <p style={{ color: "#fff" }} />;'),
    at('components/a.ts', `const grey = \`rgb(\${a}, 0, 0)\`;`),
    at('app/page.tsx', "const theme = '#0437b4';"),
    at('app/styles/page.css', 'a { color: hsl(0 0% 0%); }'),
    at('app/styles/page.css', 'a { background: url("data:image/svg+xml,fill=%23aabbcc"); }'),
  ],
  fine: {
    'app/styles/tokens.css': ':root { --ink: #111111; }',
    'app/styles/page.css': '/* #fff */\n.a { color: var(--ink); }',
    'app/icon.svg': '',
    'components/a.tsx': 'const a = <a href="#isi" style={{ color: "var(--ink)" }}>#1 dari #25</a>;',
    'lib/people/a.ts': "const colour = '#0437b4';",
  },
};
