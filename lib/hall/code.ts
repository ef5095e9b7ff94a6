import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for another, on a wall or read aloud: no 0 and O, no 1, I and L. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const lengths = { join: 6, screen: 8, guest: 8 } as const;
type Purpose = keyof typeof lengths;

/** A code to be typed by hand. A screen's is longer, since it opens something; so is the one that guests come by. */
export function newCode(purpose: Purpose): string {
  return Array.from({ length: lengths[purpose] }, () => signs[randomInt(signs.length)]).join('');
}

/** A code as somebody typed it: any case, with spaces or dashes; null when it cannot be one. */
export function readCode(text: string, purpose: Purpose): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  return code.length === lengths[purpose] && [...code].every(sign => signs.includes(sign)) ? code : null;
}
