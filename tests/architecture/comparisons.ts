import ts from 'typescript';
import {
  codeFiles,
  isText,
  nameOf,
  nodesIn,
  type Samples,
  type Sources,
  type Violation,
  violationAt,
} from './source';

const statuses = ['draft', 'submitted', 'returned', 'approved'];
const roles = [
  'secretariat',
  'head',
  'operator',
  'coordinator',
  'secondApprover',
  'council',
  'adviser',
  'regent',
];
const equalities = ['===', '!==', '==', '!='];

/** What a status means is decided in the workflow; nobody else asks whether it is this or that one. */
export function statusIsAskedInWorkflow(sources: Sources): Violation[] {
  const isStatus = (node: ts.Node) => isText(node) && statuses.includes(node.text);
  return codeFiles(sources, /^(app|components|lib)\/(?!plan\/workflow\.ts)/).flatMap(file =>
    nodesIn(file)
      .filter(node => isCompared(node, isStatus, named(/status(es)?$/i)))
      .map(node =>
        violationAt(node, nameOf(node), 'a status is compared in lib/plan/workflow.ts only; ask it there'),
      ),
  );
}

/** Who may do what is decided in the policy; nobody else asks for a role by its name. */
export function rolesAreAskedInPolicy(sources: Sources): Violation[] {
  const isRole = (node: ts.Node) => isText(node) && roles.includes(node.text);
  const anything = () => true;
  return codeFiles(sources, /^(app|components|lib)\/(?!access\/policy\.ts)/).flatMap(file =>
    nodesIn(file)
      .filter(node => isCompared(node, isRole, anything) || isAskedFor(node, isRole))
      .map(node => violationAt(node, nameOf(node), 'a role is asked for in lib/access/policy.ts only')),
  );
}

type Test = (node: ts.Node) => boolean;

/** Whether the last name of an expression fits: `item.status`, `status`, `next?.status`. */
function named(fits: RegExp): Test {
  return node => {
    if (ts.isPropertyAccessExpression(node)) return fits.test(node.name.text);
    if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node))
      return named(fits)(node.expression);
    return ts.isIdentifier(node) && fits.test(node.text);
  };
}

function isCompared(node: ts.Node, isWord: Test, isSubject: Test): boolean {
  if (ts.isBinaryExpression(node) && equalities.includes(node.operatorToken.getText())) {
    const { left, right } = node;
    return (isWord(left) && isSubject(right)) || (isWord(right) && isSubject(left));
  }
  if (ts.isCaseClause(node)) return isWord(node.expression) && isSubject(node.parent.parent.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: list, name } = node.expression;
  const [asked] = node.arguments;
  if (!asked || !['includes', 'has'].includes(name.text)) return false;
  return (isWord(asked) && isSubject(list)) || (isSubject(asked) && holdsWord(list, isWord));
}

// A list on the spot, or one that this file names.
function holdsWord(list: ts.Expression, isWord: Test): boolean {
  if (!ts.isIdentifier(list)) return nodesIn(list).some(isWord);
  return nodesIn(list.getSourceFile()).some(
    node =>
      ts.isVariableDeclaration(node) &&
      node.name.getText() === list.text &&
      node.initializer !== undefined &&
      nodesIn(node.initializer).some(isWord),
  );
}

/** `where: { role: '…' }`, `holds('…')` or `holds(['…'])`; naming the permitted values with z.enum asks nothing. */
function isAskedFor(node: ts.Node, isWord: Test): boolean {
  if (ts.isPropertyAssignment(node)) {
    const { name, initializer } = node;
    return (
      name.getText() === 'role' && !ts.isCallExpression(initializer) && nodesIn(initializer).some(isWord)
    );
  }
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression.getText();
  if (callee === 'z.enum' || /\.(includes|has)$/.test(callee)) return false;
  return node.arguments.some(
    argument => isWord(argument) || (ts.isArrayLiteralExpression(argument) && argument.elements.some(isWord)),
  );
}

const at = (file: string, code: string) => ({ what: code, at: `${file}:1`, files: { [file]: code } });

export const statusSamples: Samples = {
  caught: [
    at('components/a.tsx', "const isDone = item.status === 'approved';"),
    at('app/page.tsx', "if ('draft' !== status) stop();"),
    at('lib/plan/read/a.ts', "const isOpen = ['draft', 'returned'].includes(item.status);"),
    at('lib/plan/read/a.ts', "const open = new Set(['draft']); const isOpen = open.has(item.status);"),
    at('lib/plan/read/a.ts', "const isOpen = openStatuses.includes('draft');"),
    at('components/a.tsx', "switch (status) { case 'submitted': break; }"),
  ],
  fine: {
    'lib/plan/workflow.ts': "export const isDone = status === 'approved';",
    'lib/plan/write/a.ts': "const item = { status: 'draft' }; const isSame = item.status === other.status;",
    'components/a.tsx':
      "const isGood = response.status === 200 || next.kind === 'returned' || status === 'locked';",
    'lib/plan/read/a.ts':
      "import { ownerStatuses } from '../workflow';\nconst isOwn = ownerStatuses.includes(status);",
  },
};

export const roleSamples: Samples = {
  caught: [
    at('app/page.tsx', "const isHead = grant.role === 'head';"),
    at('components/a.tsx', "const isBoss = ['head', 'regent'].includes(role);"),
    at('lib/plan/read/a.ts', "const where = { regionId, role: 'secondApprover' };"),
    at('lib/plan/read/a.ts', "const where = { role: { in: ['head'] } };"),
    at('lib/people/read/a.ts', "const isClerk = holds(actor, ['secretariat']);"),
    at('lib/people/read/a.ts', "switch (role) { case 'council': break; }"),
  ],
  fine: {
    'lib/access/policy.ts': "const isHead = grant.role === 'head';",
    'lib/access/roles.ts': "const labels = { head: 'Kepala', operator: 'Operator' };",
    'lib/people/region-file.ts': "const held = { role: z.enum(['head', 'operator']) };",
    'prisma/seed/a.ts': "const roles = [{ role: 'head' }];",
  },
};
