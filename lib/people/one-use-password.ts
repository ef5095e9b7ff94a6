import { randomInt } from 'node:crypto';

// Without letters that look alike on a printed slip (0 o, 1 l i).
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over once, in three groups that can be read aloud: about 69 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
