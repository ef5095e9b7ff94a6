import ts from 'typescript';
import { isText } from './source';

/** One way in which a text may read, and where it begins. */
export type Reading = { text: string; at: number };

/** Stands in a text for what the program fills in. */
export const hole = '{…}';

// What runs on within a line of text; any other element begins something of its own.
const running =
  /^(a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|Link|Fragment)$/;
const silent = [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword];

/** Whether there is more to read than what is filled in. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(hole, ''));
}

/** Whether a node is a string, or strings put together. */
export function isString(node: ts.Node): boolean {
  return isText(node) || ts.isTemplateExpression(node) || isSum(node);
}

/** Whether an element has words of its own: then all that runs on between its tags is one text with them. */
export function hasOwnWords(node: ts.Node): node is ts.JsxElement | ts.JsxFragment {
  if (!ts.isJsxElement(node) && !ts.isJsxFragment(node)) return false;
  const withoutElements = new Reader(/^$/);
  return node.children.some(child => withoutElements.read(child).some(({ text }) => hasWords(text)));
}

/** Reads texts. What is none itself but may hold others (conditions, attributes, calls) is left in `rest`. */
export class Reader {
  readonly rest: ts.Node[] = [];
  readonly #running: RegExp;

  constructor(runsOn = running) {
    this.#running = runsOn;
  }

  /** Every way in which a node may read: one for each branch of its conditions. */
  read(node: ts.Node): Reading[] {
    const is = (text: string): Reading[] => [{ text, at: startOf(node) }];
    if (isText(node) || ts.isNumericLiteral(node)) return is(node.text);
    if (ts.isJsxText(node)) return is(jsxWords(node.text));
    if (ts.isTemplateExpression(node)) return this.#readTemplate(node);
    if (isSum(node)) return joined([this.read(node.left), this.read(node.right)]);
    if (ts.isConditionalExpression(node)) {
      this.rest.push(node.condition);
      return [...this.read(node.whenTrue), ...this.read(node.whenFalse)];
    }
    if (isEither(node)) {
      // `name ?? ''` only keeps a text from saying "undefined".
      return [...this.read(node.left), ...this.read(node.right).filter(({ text }) => text !== '')];
    }
    if (isBoth(node)) {
      this.rest.push(node.left);
      return this.read(node.right);
    }
    if (isWrapped(node)) return node.expression ? this.read(node.expression) : is('');
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return this.#readElement(node);
    if (ts.isJsxSelfClosingElement(node)) {
      this.rest.push(node.attributes);
      return is(node.tagName.getText() === 'br' ? '\n' : '');
    }
    if (silent.includes(node.kind) || node.getText() === 'undefined') return is('');
    this.rest.push(node);
    return is(hole);
  }

  /** What stands between an element's tags. */
  readChildren({ children }: ts.JsxElement | ts.JsxFragment): Reading[] {
    return joined(children.map(child => this.read(child)));
  }

  #readTemplate({ head, templateSpans }: ts.TemplateExpression): Reading[] {
    const text = (part: ts.TemplateLiteralLikeNode) => [{ text: part.text, at: startOf(part) }];
    const spans = templateSpans.flatMap(({ expression, literal }) => [this.read(expression), text(literal)]);
    return joined([text(head), ...spans]);
  }

  #readElement(node: ts.JsxElement | ts.JsxFragment): Reading[] {
    if (!this.#running.test(ts.isJsxElement(node) ? node.openingElement.tagName.getText() : 'Fragment')) {
      this.rest.push(node);
      return [{ text: '', at: startOf(node) }];
    }
    if (ts.isJsxElement(node)) this.rest.push(node.openingElement.attributes);
    return this.readChildren(node);
  }
}

function joined(parts: Reading[][]): Reading[] {
  const join = (one: Reading, next: Reading): Reading => ({
    text: one.text + next.text,
    at: hasWords(one.text) ? one.at : next.at,
  });
  return parts.reduce((before, after) => before.flatMap(one => after.map(next => join(one, next))));
}

function startOf(node: ts.Node): number {
  return ts.isJsxText(node) ? node.pos + node.text.search(/\S|$/) : node.getStart();
}

// As React does: a break of the source's lines is one space between words, and nothing at the ends.
function jsxWords(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => (at > 0 ? line.trimStart() : line))
    .map((line, at) => (at < lines.length - 1 ? line.trimEnd() : line))
    .filter(line => line !== '')
    .join(' ');
}

function isOperation(node: ts.Node, ...operators: ts.SyntaxKind[]): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && operators.includes(node.operatorToken.kind);
}

// Of numbers it is arithmetic.
function isSum(node: ts.Node): node is ts.BinaryExpression {
  return isOperation(node, ts.SyntaxKind.PlusToken) && (isString(node.left) || isString(node.right));
}

function isEither(node: ts.Node): node is ts.BinaryExpression {
  return isOperation(node, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken);
}

function isBoth(node: ts.Node): node is ts.BinaryExpression {
  return isOperation(node, ts.SyntaxKind.AmpersandAmpersandToken);
}

function isWrapped(node: ts.Node) {
  return (
    ts.isJsxExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}
