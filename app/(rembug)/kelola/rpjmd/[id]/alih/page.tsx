import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { HeirChoice } from '@/components/rpjmd/heir-choice';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { treeLabel } from '@/lib/plan/references';
import { nameSuccessorsAction } from '@/lib/rpjmd/actions';
import { getSuccession } from '@/lib/rpjmd/read/succession';

export const metadata: Metadata = { title: 'Padanan tautan lama' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const view = await getSuccession(actor, await getFrame(actor), id);
  if (!view) notFound();
  const { tree, heirs, choices } = view;
  return (
    <>
      <PageHead title="Padanan tautan lama" back={{ href: `/kelola/rpjmd/${id}`, label: treeLabel(tree) }}>
        <p className="lead">
          Isian tetap tertaut ke bagian lama, juga yang sudah disetujui. Padanan yang Anda pilih di sini
          berlaku untuk semuanya.
        </p>
        {choices.length === 0 && (
          <p>Belum ada RPJMD baru untuk dipilih. Masukkan dulu, lalu kembali ke sini.</p>
        )}
      </PageHead>
      {heirs.length === 0 ? (
        <div className="panel">
          <EmptyState>Tidak ada isian yang tertaut ke RPJMD ini.</EmptyState>
        </div>
      ) : (
        <div className="form is-wide">
          <DeedForm
            id="alih"
            address={`/kelola/rpjmd/${id}/alih`}
            action={nameSuccessorsAction}
            hidden={{ mutationId: randomUUID(), person: actor.userId, treeId: id }}
            button="Simpan padanan"
          >
            {heirs.map(heir => (
              <HeirChoice key={heir.node.id} heir={heir} choices={choices} />
            ))}
          </DeedForm>
        </div>
      )}
    </>
  );
}
