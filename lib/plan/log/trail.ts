import { isStep } from '../workflow';
import type { Told } from './story';

export type Trail = {
  /** Oldest first: who handed in, sent back, approved, with the note that came along. */
  steps: Pick<Told, 'revision' | 'at' | 'by' | 'action' | 'deed' | 'note'>[];
  /** Earlier steps, which only the full history tells. */
  earlier: number;
};

const longest = 6;

/** The way to approval within an item's history: its steps alone, the latest ones. */
export function trailOf(told: readonly Told[]): Trail {
  const steps = told.filter(({ action }) => isStep(action));
  const earlier = Math.max(0, steps.length - longest);
  return { steps: steps.slice(earlier), earlier };
}
