import { posix } from 'node:path';
import ts from 'typescript';
import { isText, nodesIn, parse, type Sources } from './source';

/** One import of a module. `target` is the project's own file, null for a package. */
export type Import = {
  node: ts.Node;
  specifier: string;
  target: string | null;
  /** Gone when the program runs: `import type`, or only `type` names. */
  isType: boolean;
};

const found = new WeakMap<Sources, Map<string, Import[]>>();

/** All modules that a file imports or passes on, in whatever form. */
export function importsOf(sources: Sources, path: string): Import[] {
  const lists = found.get(sources) ?? new Map<string, Import[]>();
  found.set(sources, lists);
  const known = lists.get(path);
  if (known) return known;
  const list = nodesIn(parse(sources, path)).flatMap(node => {
    const specifier = specifierOf(node);
    if (specifier === null) return [];
    return [{ node, specifier, target: targetOf(sources, path, specifier), isType: isTypeOnly(node) }];
  });
  lists.set(path, list);
  return list;
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (ts.isExternalModuleReference(node)) return textOf(node.expression);
  if (!ts.isCallExpression(node)) return null;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport || node.expression.getText() === 'require' ? textOf(node.arguments[0]) : null;
}

function textOf(node: ts.Node | undefined): string | null {
  return node && isText(node) ? node.text : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) {
    return (
      node.isTypeOnly ||
      (!!node.exportClause && ts.isNamedExports(node.exportClause) && allTypes(node.exportClause))
    );
  }
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { name, namedBindings, isTypeOnly } = node.importClause;
  return (
    isTypeOnly || (!name && !!namedBindings && ts.isNamedImports(namedBindings) && allTypes(namedBindings))
  );
}

function allTypes({ elements }: ts.NamedImports | ts.NamedExports): boolean {
  return elements.length > 0 && elements.every(element => element.isTypeOnly);
}

const endings = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx'];

function targetOf(sources: Sources, from: string, specifier: string): string | null {
  const isOwn = specifier.startsWith('@/') || specifier.startsWith('.');
  if (!isOwn) return null;
  const path = specifier.startsWith('@/')
    ? posix.normalize(specifier.slice(2))
    : posix.join(posix.dirname(from), specifier);
  return endings.map(ending => path + ending).find(candidate => sources.has(candidate)) ?? path;
}

/** Whether a module is this package or a path in it. */
export function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** The file that a name of this file was imported from and its name there, e.g. `action`; null when it was not. */
export function originOf(
  sources: Sources,
  path: string,
  local: string,
): { target: string | null; name: string } | null {
  for (const { node, target } of importsOf(sources, path)) {
    if (!ts.isImportDeclaration(node)) continue;
    const bindings = node.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find(({ name }) => name.text === local);
    if (element) return { target, name: (element.propertyName ?? element.name).text };
  }
  return null;
}

/**
 * Files that run when this one does, each with the way that leads to it (itself included).
 * The walk does not go into files that `stopsAt` names.
 */
export function reachedFrom(
  sources: Sources,
  start: string,
  stopsAt: (path: string) => boolean = () => false,
): Map<string, string[]> {
  const ways = new Map([[start, [start]]]);
  // A Map is walked through while it grows.
  for (const [path, way] of ways) {
    for (const { target, isType } of importsOf(sources, path)) {
      if (isType || !target || ways.has(target) || !/\.(tsx?|mjs|js)$/.test(target)) continue;
      if (sources.has(target) && !stopsAt(target)) ways.set(target, [...way, target]);
    }
  }
  return ways;
}
