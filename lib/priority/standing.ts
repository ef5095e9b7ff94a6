import type { Counting } from './criteria';
import { type Rated, rated, type Score } from './ranking';
import type { TargetRow } from './targets';

/** A decided order as it is shown. */
export type Decision = {
  id: string;
  dimensionId: string;
  itemIds: string[];
  reason: string | null;
  by: string;
  at: string;
  noted: { by: string; at: string } | null;
};

/** How far the priorities of one dimension are, for one person. */
export type Standing = {
  targets: TargetRow[];
  /** This person's own scores, by target and criterion. */
  mine: Record<string, Record<string, number>>;
  isScorer: boolean;
  /** How many targets this person has scored by every criterion that counts. */
  finished: number;
  /** The highest first; null until this person has scored all, so that nobody follows the others. */
  order: Rated[] | null;
  decision: Decision | null;
  /** Targets that came after the decision, and how many of it are archived since. */
  added: TargetRow[];
  gone: number;
};

type Input = {
  targets: TargetRow[];
  scores: readonly Score[];
  criteria: readonly Counting[];
  decision: Decision | null;
  userId: string;
  isScorer: boolean;
  /** Sees everything before having scored: who decides, and the secretariat. */
  seesAll: boolean;
};

/** Puts together what one person sees of a dimension; what they may not see yet is not in it. */
export function standingOf(input: Input): Standing {
  const { targets, scores, criteria, decision, userId, isScorer, seesAll } = input;
  const ids = targets.map(({ id }) => id);
  const mine: Standing['mine'] = {};
  for (const { itemId, criterion, score } of scores.filter(score => score.userId === userId))
    mine[itemId] = { ...mine[itemId], [criterion]: score };
  const isFinished = (id: string) => criteria.every(({ key }) => mine[id]?.[key] !== undefined);
  const finished = ids.filter(isFinished).length;
  const mayCompare = seesAll || !isScorer || decision !== null || finished === ids.length;
  return {
    ...{ targets, mine, isScorer, finished, decision },
    order: mayCompare ? rated(ids, scores, criteria) : null,
    added: decision ? targets.filter(({ id }) => !decision.itemIds.includes(id)) : [],
    gone: decision ? decision.itemIds.filter(id => !ids.includes(id)).length : 0,
  };
}
