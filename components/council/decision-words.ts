import type { DecisionView } from '@/lib/council/read/decisions';

/** What a decision says, as a line. */
export function decisionTitle({ kind, matterTitle, revokes }: DecisionView): string {
  return {
    endorse: `Mengesahkan: ${matterTitle}`,
    revise: `Meminta perbaikan: ${matterTitle}`,
    resolve: `Putusan: ${matterTitle}`,
    revoke: `Mencabut keputusan ${revokes?.number ?? ''}: ${matterTitle}`,
  }[kind];
}
