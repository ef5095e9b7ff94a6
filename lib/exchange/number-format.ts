import type { Value } from '@/lib/books/document';

export type NumberValue = Exclude<Value, string | null>;

/**
 * How a spreadsheet shows a number as people read it: thousands and `digits` behind the comma, years without
 * thousands, and the mark of an example (`shown` ends in `*`) behind it while the cell stays a number.
 */
export function formatOfNumber({ amount, digits, shown }: NumberValue): string {
  const whole = isYear(amount, digits, shown) ? '0' : '#,##0';
  const broken = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  return `${whole}${broken}${shown.endsWith('*') ? '"*"' : ''}`;
}

function isYear(amount: number, digits: number, shown: string): boolean {
  return digits === 0 && amount >= 1900 && amount <= 2100 && !shown.includes('.');
}
