import ts from 'typescript';
import { hole } from './sentence-readings';

// Names of what a user reads, alone or at the end of a longer one: `label`, `longLabel`, `aria-label`.
const spokenNames = [
  ...['absence', 'alt', 'answer', 'caption', 'deed', 'description', 'error', 'example', 'eyebrow', 'heading'],
  ...['help', 'hint', 'label', 'lead', 'legend', 'message', 'missing', 'passive', 'placeholder', 'problem'],
  ...['question', 'says', 'suggestion', 'summary', 'text', 'title', 'unit', 'word'],
];
const capital = (name: string) => name.replace(/^./, first => first.toUpperCase());
const spoken = new RegExp(
  `^(?:(?:.+-)?(?:${spokenNames.join('|')})|.*[a-z](?:${spokenNames.map(capital).join('|')}))s?$`,
);

// Attributes and calls whose strings may look like prose, but are read by programs only.
const programAttributes =
  /^(className|style|id|key|href|d|points|viewBox|transform|rel|sizes|media|autoComplete|aria-(labelledby|describedby|controls)|data-.+)$/;
const programCalls =
  /^(log\.\w+|console\.\w+|require|RegExp|URL|hash\w*)$|\.(query|querySelector(All)?|closest|matches|setHeader|includes|startsWith|endsWith|indexOf|split)$/;

// Few words that hardly any Indonesian sentence is without.
const indonesian =
  /(?<!\p{L})(?:ada|agar|atau|belum|bila|bukan|dan|dapat|dari|dengan|di|harus|ini|itu|ke|oleh|pada|sudah|tidak|untuk|yang)(?!\p{L})/iu;

/** Whether a string is read by programs only, by the place where it stands. */
export function isForPrograms(node: ts.Node, text: string): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
    return true;
  // A directive, a key, a case or a query.
  if (ts.isExpressionStatement(parent) || ts.isElementAccessExpression(parent) || ts.isCaseClause(parent))
    return true;
  if (ts.isTaggedTemplateExpression(parent) || ts.isComputedPropertyName(parent)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isBinaryExpression(parent) && /^([!=]==?|in)$/.test(parent.operatorToken.getText())) return true;
  return above(node).some(([place, from]) => {
    if (ts.isJsxAttribute(place)) return programAttributes.test(place.name.getText());
    if (!isArgument(place, from)) return false;
    const callee = place.expression.getText();
    // A plain Error speaks to developers in English; an Indonesian one is meant to be shown.
    return programCalls.test(callee) || (/^(Type|Range)?Error$/.test(callee) && !indonesian.test(text));
  });
}

/** Whether the place of a string says that users read it: its name, or that it is drawn. */
export function isForUsers(node: ts.Node): boolean {
  for (const [place, from] of above(node)) {
    if (isArgument(place, from)) return false;
    if (isNamed(place)) return spoken.test(place.name.getText());
    if (ts.isJsxExpression(place) && !ts.isJsxAttribute(place.parent)) return true;
  }
  return false;
}

type Named =
  | ts.PropertyAssignment
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.BindingElement
  | ts.JsxAttribute;

function isNamed(node: ts.Node): node is Named {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isJsxAttribute(node)
  );
}

function isArgument(place: ts.Node, from: ts.Node): place is ts.CallExpression | ts.NewExpression {
  return (ts.isCallExpression(place) || ts.isNewExpression(place)) && place.expression !== from;
}

/** The nodes around one, from the inside, each with the node below it; up to its function or element. */
function above(node: ts.Node): [place: ts.Node, from: ts.Node][] {
  const places: [ts.Node, ts.Node][] = [];
  let from = node;
  while (from.parent && !ts.isFunctionLike(from.parent) && !ts.isJsxElement(from.parent)) {
    places.push([from.parent, from]);
    from = from.parent;
  }
  return places;
}

const drawing = /^M\s?[-.]?(?:\d|\{…\})(?:[MLHVCSQTAZ\d\s.,-]|\{…\})*$/i;
const statement = /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT|REVOKE|SET|BEGIN)\s/;
const pattern = /\(\?[:!<=]|\\[bdsw]|\p{L}\?\p{L}/u;
const address = /^(?:\w+:\/|\.{0,2}\/)\S*$/;
// Options, header values and the like: `name=value`, `-c`, 'self', `$1`, and letters with a long number.
const machine = /(?:^|\s)(?:-{1,2}[a-z]|\S+=|'[^\s']+'|\S*\$\d|[a-z]+\d{3})/;

/** Whether a string is made like a program's own: a drawing, a query, a pattern, an address, options. */
export function looksLikeCode(text: string): boolean {
  if ([drawing, statement, pattern, address].some(shape => shape.test(text))) return true;
  return machine.test(text) && !/^\p{Lu}/u.test(text) && !indonesian.test(text);
}

/** Whether a string reads like words for people: several, or one with a capital. */
export function looksLikeProse(text: string): boolean {
  const bare = text.replaceAll(hole, '0').trim();
  return /^\p{Lu}\p{Ll}+[.:?!…]*$/u.test(bare) || /^[^#.<[{@/$\\&=:|~^]\S*\s+\S/.test(bare);
}
