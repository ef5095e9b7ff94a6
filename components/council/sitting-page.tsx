import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { DeedForm } from '@/components/people/deed-form';
import { DeedHistory } from '@/components/people/deed-history';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { showDate } from '@/components/ui/moment';
import { addPointAction, changeSittingAction, closeSittingAction } from '@/lib/council/actions';
import type { Decider } from '@/lib/council/read/deciders';
import type { ToTick } from '@/lib/council/read/people-to-tick';
import type { SittingView } from '@/lib/council/read/sitting';
import { AgendaList } from './agenda-list';
import { Attendance } from './attendance';
import { DecisionList } from './decision-list';
import { SittingPapers } from './sitting-papers';
import { sittingFields } from './specs';

type Props = {
  sitting: SittingView;
  person: string;
  deciders: readonly Decider[];
  people: readonly ToTick[];
  canKeep: boolean;
};

/** One sitting: what is on the table, what was decided, who attends, what is to be signed. */
export function SittingPage({ sitting, person, deciders, people, canKeep }: Props) {
  const { id, isOpen, agenda, decisions, attendance, history } = sitting;
  const address = `/sidang/${id}`;
  const hidden = { person, sittingId: id };
  return (
    <>
      {isOpen && canKeep && deciders.length === 0 && (
        <CheckMessage level="hint" word="">
          Centang dulu anggota Dewan yang hadir. Sesudah itu keputusan mereka dapat dicatat di sini.
        </CheckMessage>
      )}
      <Section id="acara" title="Acara">
        <AgendaList {...{ address, hidden, agenda, decisions, deciders, canKeep: canKeep && isOpen }} />
        {isOpen && canKeep && (
          <Fold summary="Tambah mata acara" icon="plus">
            <DeedForm
              id="acara-baru"
              {...{ address, action: addPointAction, kind: 'second' as const, button: 'Tambah mata acara' }}
              hidden={{ ...hidden, mutationId: randomUUID() }}
              fields={[{ name: 'title', label: 'Mata acara' }]}
            />
          </Fold>
        )}
      </Section>
      <Section id="keputusan" title={`Keputusan (${decisions.length})`}>
        <DecisionList
          decisions={decisions}
          none="Belum ada keputusan di sidang ini."
          revoking={isOpen ? { address, ...hidden, deciders } : undefined}
        />
      </Section>
      <Section id="hadir" title={`Daftar hadir (${attendance.length})`}>
        <Attendance {...{ address, hidden, attendance, people: isOpen ? people : [] }} />
      </Section>
      <Section id="berkas" title="Berita acara">
        <SittingPapers id={id} isOpen={isOpen} />
      </Section>
      {isOpen && canKeep && <Keeping sitting={sitting} {...{ address, person }} />}
      <DeedHistory told={history} />
    </>
  );
}

/** When and where, who leads, and how it ended. */
export function SittingFacts({ sitting }: { sitting: SittingView }) {
  const { place, leader, leaderOffice, isOpen, closedAt, closedBy, version } = sitting;
  return (
    <>
      <p>
        Bertempat di {place}. Dipimpin {leader}, {leaderOffice}.
      </p>
      {!isOpen && closedAt && (
        <p className="line">
          <span>
            Ditutup {showDate(closedAt)} oleh {closedBy}. Rencana saat itu bernama{' '}
            <a href={`/versi/${version?.id}`}>{version?.name}</a>.
          </span>
        </p>
      )}
      <div className="actions">
        <ButtonLink kind="second" icon="eye" href="/presentasi">
          Buka presentasi
        </ButtonLink>
      </div>
    </>
  );
}

type KeepingProps = { sitting: SittingView; address: string; person: string };

function Keeping({ sitting, address, person }: KeepingProps) {
  const { id, title, changes } = sitting;
  return (
    <Section id="atur" title="Atur sidang">
      <Fold summary="Ubah data sidang" icon="pencil">
        <DeedForm
          id="sidang"
          {...{ address, action: changeSittingAction, kind: 'second' as const, button: 'Simpan data sidang' }}
          hidden={{ person, id, mutationId: randomUUID(), version: String(changes) }}
          fields={sittingFields(sitting)}
        />
      </Fold>
      <Fold summary="Tutup sidang" icon="lock">
        <p>Sesudah ditutup, sidang tidak dapat diubah lagi. Keadaan rencana saat itu dinamai “{title}”.</p>
        <DeedForm
          id="tutup"
          {...{ address, action: closeSittingAction, kind: 'second' as const, icon: 'lock' as const }}
          button="Tutup sidang ini"
          hidden={{ person, id, mutationId: randomUUID() }}
        />
      </Fold>
    </Section>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  );
}
