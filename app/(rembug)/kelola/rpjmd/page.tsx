import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ManageHead } from '@/components/people/manage-head';
import { TreeList } from '@/components/rpjmd/tree-list';
import { ButtonLink } from '@/components/ui/button-link';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listTrees } from '@/lib/rpjmd/read/trees';

export const metadata: Metadata = { title: 'Kelola RPJMD' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.keepReferences(actor)) notFound();
  const trees = await listTrees(actor, await getFrame(actor));
  return (
    <>
      <ManageHead title="RPJMD" current="/kelola/rpjmd">
        <p>Pohon RPJMD menjadi acuan. Tujuan dan sasaran rencana ini ditautkan ke sana.</p>
        <div className="actions">
          <ButtonLink href="/kelola/rpjmd/impor" icon="upload">
            {trees.length > 0 ? 'Masukkan RPJMD baru' : 'Masukkan RPJMD'}
          </ButtonLink>
          <ButtonLink href="/keselarasan" kind="second">
            Lihat keselarasan
          </ButtonLink>
        </div>
      </ManageHead>
      <TreeList trees={trees} />
    </>
  );
}
