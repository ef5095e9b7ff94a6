import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { DeedForm } from '@/components/people/deed-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { decideAction, withdrawPointAction } from '@/lib/council/actions';
import type { AgendaEntry } from '@/lib/council/agenda';
import type { Decider } from '@/lib/council/read/deciders';
import type { DecisionView } from '@/lib/council/read/decisions';
import { decisionFields } from './specs';

type Props = {
  address: string;
  /** Whom the page was drawn for, and of which sitting. */
  hidden: { person: string; sittingId: string };
  agenda: readonly AgendaEntry[];
  decisions: readonly DecisionView[];
  deciders: readonly Decider[];
  canKeep: boolean;
};

/** What is on the table, each with what was decided on it and, for who may, a form to decide. */
export function AgendaList({ agenda, decisions, ...around }: Props) {
  if (agenda.length === 0) {
    return (
      <div className="panel">
        <EmptyState>Tidak ada yang menunggu Dewan. Sekretariat dapat menambah mata acara.</EmptyState>
      </div>
    );
  }
  return (
    <ol className="agenda">
      {agenda.map((entry, at) => (
        <li key={entry.key} className="panel">
          <Entry
            {...around}
            {...{ entry, at }}
            decisions={decisions.filter(({ matter }) => matter === entry.key)}
          />
        </li>
      ))}
    </ol>
  );
}

type EntryProps = Omit<Props, 'agenda'> & { entry: AgendaEntry; at: number };

function Entry({ entry, at, address, hidden, decisions, deciders, canKeep }: EntryProps) {
  const { key, title, detail, href, dimensionId, pointId } = entry;
  const isDimension = dimensionId !== null;
  return (
    <>
      <h3>
        {at + 1}. {title}
      </h3>
      {detail && (
        <p>
          {detail}{' '}
          {href && (
            <Link href={href} prefetch={false}>
              Lihat<span className="only-read">: {title}</span>
            </Link>
          )}
        </p>
      )}
      {decisions.map(({ id, number, by, office, revokedBy }) => (
        <p key={id} className="small">
          <Link href={`/sidang/keputusan/${id}`} prefetch={false}>
            Keputusan {number}
          </Link>
          , {by}, {office}
          {revokedBy && `, dicabut dengan keputusan ${revokedBy.number}`}
        </p>
      ))}
      {deciders.length > 0 && (
        <Fold summary={isDimension ? `Putuskan: ${title}` : `Beri putusan: ${title}`} icon="check">
          <DeedForm
            id={`putus-${at + 1}`}
            {...{ address, action: decideAction, kind: 'second' as const, button: 'Catat keputusan' }}
            hidden={{
              ...{ ...hidden, mutationId: randomUUID(), matter: key },
              ...(isDimension ? {} : { kind: 'resolve' }),
            }}
            fields={decisionFields(deciders, isDimension)}
          />
        </Fold>
      )}
      {canKeep && pointId && decisions.length === 0 && (
        <DeedForm
          id={`tarik-${at + 1}`}
          {...{
            address,
            action: withdrawPointAction,
            kind: 'plain' as const,
            button: 'Tarik mata acara ini',
          }}
          hidden={{ person: hidden.person, mutationId: randomUUID(), id: pointId }}
        />
      )}
    </>
  );
}
