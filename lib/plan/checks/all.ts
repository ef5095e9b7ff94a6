import { textOf, type Years } from '../kinds/kind';
import type { CheckedItem, Finding } from './check';
import { checkRequired } from './required';
import { checkCells, checkTrend } from './series';
import { checkAgainstParent, checkWording } from './wording';

const checks = [checkRequired, checkCells, checkTrend, checkWording, checkAgainstParent];

/**
 * Everything found on an item; the same code runs in the browser and on the server (DESIGN 7).
 * @param beside what the server found beside it in the plan (`checkBeside`)
 */
export function checkItem(item: CheckedItem, plan: Years, beside: readonly Finding[] = []): Finding[] {
  return [...checks.flatMap(check => check(item, plan)), ...beside];
}

/** The owner's answer to a warning, or '' when there is none yet. */
export function reasonFor(item: CheckedItem, finding: Finding): string {
  return textOf(item.fields, `reasons.${finding.key}`).trim();
}

/** What still stops *Ajukan*: blocking findings, and warnings without a reason. */
export function obstacles(item: CheckedItem, plan: Years, beside?: readonly Finding[]): Finding[] {
  return checkItem(item, plan, beside).filter(
    finding => finding.level === 'block' || (finding.level === 'warn' && reasonFor(item, finding) === ''),
  );
}
