/** What is between words on paper and in cells, and nobody sees. */
const unseen = /\p{Cf}/gu;

/** A cell's text on one line, without stray spaces. */
export function oneLine(text: string): string {
  return text.replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** A cell's text with its lines, each without stray spaces, and no empty line at either end. */
export function cleanLines(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Words alone, in small letters: “Kondisi  Awal (%)” and “kondisi awal” say the same. */
export function wordsOf(text: string): string {
  return oneLine(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/** The same without any space, for names that lost theirs on the way. */
export function squeezed(text: string): string {
  return wordsOf(text).replaceAll(' ', '');
}

/** What two titles have in common that mean the same sentence: no number before it, no signs. */
export function titleKey(text: string): string {
  return wordsOf(oneLine(text).replace(/^\(?\d+(?:\.\d+)*[.)]\s*/, ''));
}

const nothing = /^(?:[-‐‑‒–—―−﹣－]+|#?n\/?a|n\.a\.?|nihil)$/i;

/** Whether a cell says in words or dashes that it holds nothing. */
export function saysNothing(text: string): boolean {
  const line = oneLine(text);
  return line === '' || nothing.test(line);
}

/** The mark that keeps a spreadsheet from reading a text as a formula is no part of the text. */
export function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
