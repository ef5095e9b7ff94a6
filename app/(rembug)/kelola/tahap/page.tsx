import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { ManageHead } from '@/components/people/manage-head';
import { stageFields } from '@/components/stages/specs';
import { StageCard } from '@/components/stages/stage-card';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { isRatified } from '@/lib/plan/workflow';
import { addStageAction } from '@/lib/stages/actions';
import { listStages } from '@/lib/stages/read/stages';

export const metadata: Metadata = { title: 'Tahap' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.keepStages(actor)) notFound();
  const frame = await getFrame(actor);
  const stages = await listStages(actor, frame);
  const isFixed = isRatified(frame.plan);
  const hidden = () => ({ mutationId: randomUUID(), person: actor.userId });
  return (
    <>
      <ManageHead title="Tahap" current="/kelola/tahap">
        <p className="lead">
          Tahap yang ditutup meninggalkan satu versi dan daftar OPD yang terlambat. Tahap yang dikunci menolak
          semua perubahan.
        </p>
        {isFixed && <p>Rencana sudah ditetapkan, jadi tahapnya tidak dapat diubah lagi.</p>}
      </ManageHead>
      {stages.length === 0 ? (
        <div className="panel">
          <EmptyState example="Bimtek I">Belum ada tahap. Tambahkan tahap pertama di bawah.</EmptyState>
        </div>
      ) : (
        <ul className="coordinators">
          {stages.map(stage => (
            <StageCard
              key={stage.id}
              stage={stage}
              region={frame.region.name}
              seen={frame.plan.revision}
              hidden={hidden()}
              isFixed={isFixed}
            />
          ))}
        </ul>
      )}
      {!isFixed && (
        <Fold summary="Tambah tahap" icon="plus">
          <div className="form fold-form">
            <DeedForm
              id="tahap-baru"
              address="/kelola/tahap"
              action={addStageAction}
              hidden={hidden()}
              fields={stageFields()}
              button="Tambah tahap"
            />
          </div>
        </Fold>
      )}
    </>
  );
}
