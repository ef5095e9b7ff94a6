import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Files by path from the root of the project, with `/`. What is not text has the text ''. */
export type Sources = ReadonlyMap<string, string>;

/** A place that breaks a rule. `subject` names what stands there, for the list of exceptions. */
export type Violation = { file: string; line: number; subject: string; says: string };

/** A rule: a pure function of the files, so that it can be shown a small offence. */
export type Rule = (sources: Sources) => Violation[];

/** Files that break a rule, and the one place where it must be found ("file:line"). */
export type Offence = { what: string; at: string; files: Record<string, string> };
/** What a rule is shown: offences, and files that it must let pass. */
export type Samples = { caught: Offence[]; fine: Record<string, string> };

const rooms = ['app', 'components', 'lib', 'prisma', 'tests', 'public'];
const skipped = /^(lib\/database\/generated|tests\/output)\//;
const textual = /\.(tsx?|mjs|js|css|json)$/;

/** The project's own files: all rooms and the lock file. */
export function loadSources(root: string): Sources {
  const paths = rooms
    .flatMap(room => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
    )
    .filter(path => !skipped.test(path))
    .sort();
  const textOf = (path: string) => (textual.test(path) ? readFileSync(join(root, path), 'utf8') : '');
  return new Map([...paths, 'package-lock.json'].map(path => [path, textOf(path)]));
}

const parsed = new WeakMap<Sources, Map<string, ts.SourceFile>>();

/** The syntax tree of one file; parsed once per set of files. */
export function parse(sources: Sources, path: string): ts.SourceFile {
  const trees = parsed.get(sources) ?? new Map<string, ts.SourceFile>();
  parsed.set(sources, trees);
  const known = trees.get(path);
  if (known) return known;
  const tree = ts.createSourceFile(path, sources.get(path) ?? '', ts.ScriptTarget.Latest, true);
  trees.set(path, tree);
  return tree;
}

/** Syntax trees of the code files whose path fits. */
export function codeFiles(sources: Sources, fits: RegExp): ts.SourceFile[] {
  return [...sources.keys()]
    .filter(path => fits.test(path) && /\.(tsx?|mjs|js)$/.test(path))
    .map(path => parse(sources, path));
}

/** A node and everything below it, in the order of the text. Comments are no nodes. */
export function nodesIn(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const add = (next: ts.Node) => {
    nodes.push(next);
    ts.forEachChild(next, add);
  };
  add(node);
  return nodes;
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A violation at a node. */
export function violationAt(node: ts.Node, subject: string, says: string): Violation {
  const file = node.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  return { file: file.fileName, line, subject, says };
}

/** A node's text on one line, shortened, to name it. */
export function nameOf(node: ts.Node): string {
  return node.getText().replace(/\s+/g, ' ').slice(0, 80);
}

/** A string without parts to fill in: '…', "…" or `…`. */
export function isText(node: ts.Node): node is ts.StringLiteralLike {
  return ts.isStringLiteralLike(node);
}

/** Directives ('use client', 'use server') that stand at the top of a file. */
export function hasDirective(file: ts.SourceFile, directive: string): boolean {
  return directivesIn(file, directive).some(node => node.parent === file);
}

/** All statements that are nothing but this string, wherever they stand. */
export function directivesIn(file: ts.SourceFile, directive: string): ts.Node[] {
  if (!file.text.includes(directive)) return [];
  return nodesIn(file).filter(
    node => ts.isExpressionStatement(node) && isText(node.expression) && node.expression.text === directive,
  );
}
