import ts from 'typescript';
import { codeFiles, isText, lineAt, nodesIn, parse, type Sources } from './source';

/** Words of the data that no code may know: codes as they are written, names in any case. */
export type Words = { codes: string[]; names: string[] };

/** Dimensions, subdimensions and departments of the seed, read from its files. */
export function structureWords(sources: Sources): Words {
  const lists = [
    ...codeFiles(sources, /^prisma\/seed\/dimension-set\.ts$/).map(templateWords),
    ...[...sources.keys()]
      // The catalogue names measures, not the structure of a plan.
      .filter(path => /^prisma\/seed\/data\/(?!indicator-catalogue).+\.json$/.test(path))
      .map(path => jsonWords(JSON.parse(sources.get(path) ?? ''))),
  ];
  const distinct = (words: string[]) => [...new Set(words)].sort((a, b) => b.length - a.length);
  return {
    codes: distinct(lists.flatMap(({ codes }) => codes)),
    names: distinct(lists.flatMap(({ names }) => names)),
  };
}

/** The templates of dimension-set.ts: every object with key, code and name. */
function templateWords(file: ts.SourceFile): Words {
  const words: Words = { codes: [], names: [] };
  for (const node of nodesIn(file).filter(ts.isObjectLiteralExpression)) {
    const texts = new Map(
      node.properties.flatMap((property): [string, string][] =>
        ts.isPropertyAssignment(property) && isText(property.initializer)
          ? [[property.name.getText(), property.initializer.text]]
          : [],
      ),
    );
    const [key, code, name] = ['key', 'code', 'name'].map(part => texts.get(part));
    if (!key || !code || !name) continue;
    words.codes.push(key, code);
    words.names.push(name);
  }
  return words;
}

type Row = { code: string; name?: string; name_id?: string; short_name_id?: string };

/** A file of subdimensions by dimension, or one of a region with its `departments`, or with those to come. */
function jsonWords(data: Record<string, unknown>): Words {
  const departments = data.departments ?? data.successors;
  const isRegion = Array.isArray(departments);
  const rows = (isRegion ? departments : Object.values(data).flat()) as Row[];
  return {
    codes: [...(isRegion ? [] : Object.keys(data)), ...rows.map(({ code }) => code)],
    names: rows.flatMap(({ name, name_id, short_name_id }) => [name, name_id, short_name_id].filter(isWord)),
  };
}

function isWord(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** A piece of text that a program carries: a literal, or a property's name. */
export type Piece = { text: string; line: number };

/** All pieces of a file but its comments: strings, templates, JSX text, numbers, patterns, names of properties. */
export function piecesOf(sources: Sources, path: string): Piece[] {
  const source = sources.get(path) ?? '';
  if (path.endsWith('.css')) {
    const bare = source.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '));
    return bare.split('\n').map((text, index) => ({ text, line: index + 1 }));
  }
  return nodesIn(parse(sources, path))
    .filter(isPiece)
    .flatMap(node => {
      const first = lineAt(source, node.getStart());
      return node
        .getText()
        .split('\n')
        .map((text, index) => ({ text, line: first + index }));
    });
}

function isPiece(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) {
    return (
      (ts.isPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node.parent)) &&
      node.parent.name === node
    );
  }
  const isTemplatePart = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return (
    isText(node) ||
    isTemplatePart ||
    ts.isJsxText(node) ||
    ts.isNumericLiteral(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}
