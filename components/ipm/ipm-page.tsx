import Link from 'next/link';
import { CheckMessage } from '@/components/ui/check-message';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { chainNotes } from '@/lib/plan/ipm-chain-notes';
import { type IpmNote, ipmNotes } from '@/lib/plan/ipm-notes';
import type { Typed } from '@/lib/plan/ipm-what-if';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { IpmView } from '@/lib/plan/read/ipm';
import { ChainTable } from './chain-table';
import { Feeders } from './feeders';
import { Formula } from './formula';
import { RegionalLines } from './regional-lines';

type Props = { view: IpmView; frame: PlanFrame; typed: Typed; person: string };

/** From the components' targets to IPM: what the plan has, what it lacks, and what would be if. */
export function IpmPage({ view, frame, typed, person }: Props) {
  const { story, chain, regional, holders } = view;
  return (
    <div className="full-width">
      <PageHead title="Rantai IPM" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p className="lead">
          Dari target empat komponen ke IPM, tahun demi tahun. Simulasi tidak mengubah apa pun sebelum
          disimpan.
        </p>
      </PageHead>
      <Notes notes={[...ipmNotes(story), ...chainNotes(story, chain)]} />
      {chain.length > 0 ? (
        <ChainTable
          key={frame.plan.revision}
          chain={chain}
          holders={holders}
          planYears={frame.plan.years}
          first={typed}
          person={person}
        />
      ) : (
        <div className="panel">
          <EmptyState>
            IPM belum tercantum di rencana ini. OPD pengampunya menambah{' '}
            <Link href="/perencanaan/daerah">indikator daerah</Link> dengan kaitan “IPM itu sendiri”.
          </EmptyState>
        </div>
      )}
      <RegionalLines regional={regional} />
      <Feeders story={story} frame={frame} />
      <Formula chain={chain} />
    </div>
  );
}

function Notes({ notes }: { notes: readonly IpmNote[] }) {
  const warnings = notes.filter(({ level }) => level === 'warn');
  const hints = notes.filter(({ level }) => level === 'hint');
  return (
    <div className="chain-notes">
      {warnings.map(({ message }) => (
        <CheckMessage key={message} level="warn">
          {message}
        </CheckMessage>
      ))}
      {hints.map(({ message }) => (
        <p key={message} className="small muted">
          {message}
        </p>
      ))}
    </div>
  );
}
