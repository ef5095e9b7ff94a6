import ts from 'typescript';
import { nodesIn } from './source';

/** One exported value. Types and interfaces are none. */
export type Exported = {
  name: string;
  node: ts.Node;
  /** Where it is written in this file; null when it is passed on from another. */
  declaration: ts.Declaration | null;
};

/** All values that a file exports. */
export function exportsOf(file: ts.SourceFile): Exported[] {
  return file.statements.flatMap((statement): Exported[] => {
    if (ts.isExportDeclaration(statement)) return passedOn(file, statement);
    if (ts.isExportAssignment(statement)) return [ofExpression(file, statement)];
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
    return declaredIn(statement).map(declaration => ({
      name: nameIn(declaration),
      node: declaration,
      declaration,
    }));
  });
}

function isExported(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredIn(statement: ts.Statement): ts.Declaration[] {
  if (ts.isVariableStatement(statement)) return [...statement.declarationList.declarations];
  const isValue =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isValue ? [statement] : [];
}

function nameIn(declaration: ts.Declaration): string {
  return ts.getNameOfDeclaration(declaration)?.getText() ?? 'default';
}

function passedOn(file: ts.SourceFile, statement: ts.ExportDeclaration): Exported[] {
  if (statement.isTypeOnly) return [];
  const { exportClause } = statement;
  if (!exportClause || !ts.isNamedExports(exportClause))
    return [{ name: '*', node: statement, declaration: null }];
  return exportClause.elements
    .filter(element => !element.isTypeOnly)
    .map(element => ({
      name: element.name.text,
      node: element,
      declaration: statement.moduleSpecifier
        ? null
        : declarationOf(file, (element.propertyName ?? element.name).text),
    }));
}

function ofExpression(file: ts.SourceFile, node: ts.ExportAssignment): Exported {
  const declaration = ts.isIdentifier(node.expression) ? declarationOf(file, node.expression.text) : node;
  return { name: 'default', node, declaration };
}

/** The top-level declaration of a name in a file. */
function declarationOf(file: ts.SourceFile, name: string): ts.Declaration | null {
  return file.statements.flatMap(declaredIn).find(declaration => nameIn(declaration) === name) ?? null;
}

type Callable = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** The functions that a declaration offers: itself, what it wraps (`cache(async …)`), methods of an object or class. */
export function functionsOf(declaration: ts.Node): Callable[] {
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return [declaration];
  if (ts.isFunctionExpression(declaration) || ts.isArrowFunction(declaration)) return [declaration];
  if (ts.isClassDeclaration(declaration)) return declaration.members.flatMap(functionsOf);
  if (ts.isCallExpression(declaration)) return declaration.arguments.flatMap(functionsOf);
  if (ts.isObjectLiteralExpression(declaration)) return declaration.properties.flatMap(functionsOf);
  const inner =
    ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)
      ? declaration.initializer
      : wrapped(declaration);
  return inner ? functionsOf(inner) : [];
}

function wrapped(node: ts.Node): ts.Node | undefined {
  const wraps =
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isExportAssignment(node);
  return wraps ? node.expression : undefined;
}

/** Name of the type of a parameter, when it is a plain name such as `Actor`. */
export function typeNameOf(parameter: ts.ParameterDeclaration | undefined): string | null {
  const type = parameter?.type;
  return type && ts.isTypeReferenceNode(type) ? type.typeName.getText() : null;
}

/** The top-level declaration that a node stands in, by name; '' outside of one. */
export function homeOf(node: ts.Node): string {
  const declaration = node
    .getSourceFile()
    .statements.flatMap(declaredIn)
    .find(candidate => isWithin(node, candidate));
  return declaration ? nameIn(declaration) : '';
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end;
}

/** Names of all functions that a declaration calls, directly or through functions of its own file. */
export function callsOf(file: ts.SourceFile, declaration: ts.Node): Set<string> {
  const calls = new Set<string>();
  const waiting = [declaration];
  for (const next of waiting) {
    for (const node of nodesIn(next)) {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) continue;
      const name = node.expression.text;
      if (calls.has(name)) continue;
      calls.add(name);
      const inner = declarationOf(file, name);
      if (inner) waiting.push(inner);
    }
  }
  return calls;
}
