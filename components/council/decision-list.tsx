import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { DeedForm } from '@/components/people/deed-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { showMoment } from '@/components/ui/moment';
import { revokeAction } from '@/lib/council/actions';
import type { Decider } from '@/lib/council/read/deciders';
import type { DecisionView } from '@/lib/council/read/decisions';
import { decisionTitle } from './decision-words';
import { revocationFields } from './specs';

type Props = {
  decisions: readonly DecisionView[];
  none: string;
  /** Where decisions may still be revoked, and by whom. */
  revoking?: { address: string; person: string; sittingId: string; deciders: readonly Decider[] };
};

/** Decisions in the order of their numbers. None is ever taken away: what was revoked says so. */
export function DecisionList({ decisions, none, revoking }: Props) {
  if (decisions.length === 0) {
    return (
      <div className="panel">
        <EmptyState>{none}</EmptyState>
      </div>
    );
  }
  return (
    <ol className="versions">
      {decisions.map(decision => (
        <li key={decision.id} className="panel">
          <p className="title">
            <Link href={`/sidang/keputusan/${decision.id}`} prefetch={false}>
              {decision.number}
            </Link>{' '}
            {decisionTitle(decision)}
            {decision.revokedBy && ` (dicabut dengan keputusan ${decision.revokedBy.number})`}
          </p>
          {decision.text && <p>“{decision.text}”</p>}
          <p className="small muted">
            {decision.by}, {decision.office}, {showMoment(decision.at)}
            {decision.recordedBy && `, dicatat ${decision.recordedBy}`}
          </p>
          {revoking && <Revocation decision={decision} revoking={revoking} />}
        </li>
      ))}
    </ol>
  );
}

type RevocationProps = { decision: DecisionView; revoking: NonNullable<Props['revoking']> };

function Revocation({ decision, revoking: { address, person, sittingId, deciders } }: RevocationProps) {
  if (deciders.length === 0 || decision.revokedBy || decision.revokes) return null;
  return (
    <Fold summary={`Cabut keputusan ${decision.number}`} icon="return">
      <DeedForm
        id={`cabut-${decision.number.replace('/', '-')}`}
        {...{ address, action: revokeAction, kind: 'second' as const, button: `Cabut ${decision.number}` }}
        hidden={{ person, sittingId, mutationId: randomUUID(), decisionId: decision.id }}
        fields={revocationFields(deciders)}
      />
    </Fold>
  );
}
