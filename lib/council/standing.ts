import { decisionNumber } from './number';

/** A decision as far as the standing of a dimension depends on it. */
export type Decided = {
  id: string;
  ordinal: number;
  year: number;
  kind: 'endorse' | 'revise' | 'resolve' | 'revoke';
  dimensionId: string | null;
  revokesId: string | null;
  text: string | null;
  planRevision: number;
  deciderName: string;
  office: string;
  at: Date;
};

/** How a dimension stands with the council. */
export type Standing = {
  id: string;
  state: 'endorsed' | 'revision';
  number: string;
  at: Date;
  by: string;
  office: string;
  /** What is asked for, or what was said with the endorsement. */
  note: string;
  planRevision: number;
};

const states: Partial<Record<Decided['kind'], Standing['state']>> = {
  endorse: 'endorsed',
  revise: 'revision',
};

/**
 * By dimension what holds: the last decision on it. Where that one was revoked nothing holds, since a
 * revocation brings no earlier one back.
 */
export function standingsOf(decisions: readonly Decided[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  const revoked = new Set(decisions.flatMap(({ revokesId }) => revokesId ?? []));
  for (const decision of [...decisions].sort((a, b) => a.ordinal - b.ordinal)) {
    const { id, kind, dimensionId, at, deciderName, office, text, planRevision } = decision;
    const state = states[kind];
    if (!state || dimensionId === null) continue;
    standings.delete(dimensionId);
    if (revoked.has(id)) continue;
    const who = { at, by: deciderName, office, note: text ?? '', planRevision };
    standings.set(dimensionId, { id, state, number: decisionNumber(decision), ...who });
  }
  return standings;
}
