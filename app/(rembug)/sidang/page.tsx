import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DecisionList } from '@/components/council/decision-list';
import { SittingList } from '@/components/council/sitting-list';
import { SignOffSheets } from '@/components/council/sitting-papers';
import { sittingFields } from '@/components/council/specs';
import { StandingList } from '@/components/council/standing-list';
import { DeedForm } from '@/components/people/deed-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { openSittingAction } from '@/lib/council/actions';
import { listDecisions } from '@/lib/council/read/decisions';
import { getEndorsements } from '@/lib/council/read/endorsements';
import { listSittings } from '@/lib/council/read/sittings';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Sidang Dewan' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.readCouncil(actor)) notFound();
  const frame = await getFrame(actor);
  const sittings = await listSittings(actor, frame);
  const canKeep = can.keepSittings(actor);
  const open = sittings.find(({ isOpen }) => isOpen);
  return (
    <>
      <PageHead title="Sidang Dewan" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p className="lead">
          Dewan Smart City mengesahkan setiap dimensi atau meminta perbaikan. Setiap keputusan bernomor dan
          tidak pernah dihapus.
        </p>
        <div className="actions">
          {open && <ButtonLink href={`/sidang/${open.id}`}>Buka {open.title}</ButtonLink>}
          <ButtonLink kind="second" icon="eye" href="/presentasi">
            Buka presentasi
          </ButtonLink>
        </div>
      </PageHead>
      {canKeep && !open && (
        <Fold summary="Buka sidang baru" icon="plus" open={sittings.length === 0}>
          <div className="form fold-form">
            <DeedForm
              id="sidang-baru"
              address="/sidang"
              action={openSittingAction}
              hidden={{ mutationId: randomUUID(), person: actor.userId }}
              fields={sittingFields()}
              button="Buka sidang"
            />
          </div>
        </Fold>
      )}
      <section className="section" aria-labelledby="keadaan">
        <div className="section-head">
          <h2 id="keadaan">Keadaan setiap dimensi</h2>
        </div>
        <StandingList dimensions={frame.dimensions} endorsements={await getEndorsements(actor, frame)} />
      </section>
      <section className="section" aria-labelledby="sidang">
        <div className="section-head">
          <h2 id="sidang">Semua sidang</h2>
        </div>
        <SittingList sittings={sittings} canKeep={canKeep} />
      </section>
      <section className="section" aria-labelledby="keputusan">
        <div className="section-head">
          <h2 id="keputusan">Semua keputusan</h2>
        </div>
        <DecisionList
          decisions={await listDecisions(actor, frame, { planId: frame.plan.id })}
          none="Belum ada keputusan."
        />
      </section>
      <section className="section" aria-labelledby="lembar">
        <div className="section-head">
          <h2 id="lembar">Lembar persetujuan OPD</h2>
        </div>
        <SignOffSheets departments={frame.departments} />
      </section>
    </>
  );
}
