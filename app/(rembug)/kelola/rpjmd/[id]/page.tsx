import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { ReferenceTreeView } from '@/components/rpjmd/reference-tree';
import { TreeStanding } from '@/components/rpjmd/tree-standing';
import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { treeLabel } from '@/lib/plan/references';
import { repealTreeAction } from '@/lib/rpjmd/actions';
import { getTree } from '@/lib/rpjmd/read/trees';
import { regulationLabel } from '@/lib/rpjmd/regulations';

export const metadata: Metadata = { title: 'Pohon RPJMD' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const view = await getTree(actor, await getFrame(actor), id);
  if (!view) notFound();
  const { tree, nodes, repealedBy, seen } = view;
  return (
    <>
      <PageHead title={treeLabel(tree)} back={{ href: '/kelola/rpjmd', label: 'RPJMD' }}>
        <p>
          <TreeStanding tree={tree} />
        </p>
        <p>
          {regulationLabel(tree)}
          {tree.subject && ` tentang ${tree.subject}`}. {tree.counts}. {tree.items} isian tertaut.
        </p>
        {repealedBy && (
          <p>
            Digantikan{' '}
            <Link href={`/kelola/rpjmd/${repealedBy.id}`} prefetch={false}>
              {treeLabel(repealedBy)}
            </Link>
            .
          </p>
        )}
        {tree.repealedAt && tree.items > 0 && (
          <div className="actions">
            <ButtonLink href={`/kelola/rpjmd/${id}/alih`} icon="split">
              {tree.undecided > 0
                ? `Pilih padanan ${tree.undecided} tautan lama`
                : 'Lihat padanan tautan lama'}
            </ButtonLink>
          </div>
        )}
      </PageHead>
      <ReferenceTreeView nodes={nodes} />
      <Fold summary={tree.repealedAt ? 'Ubah hari pencabutan' : 'Cabut RPJMD ini'}>
        <div className="form fold-form">
          <p className="hint">
            RPJMD baru mencabut yang lama dengan sendirinya. Isi ini hanya bila tidak ada yang
            menggantikannya.
          </p>
          <DeedForm
            id="cabut"
            address={`/kelola/rpjmd/${id}`}
            action={repealTreeAction}
            hidden={{ mutationId: randomUUID(), person: actor.userId, id, seen: String(seen) }}
            fields={[
              {
                ...{ name: 'from', label: 'Dicabut mulai', input: 'date', optional: true },
                value: tree.repealedAt ?? '',
                hint: 'Bila kosong, RPJMD ini berlaku.',
              },
            ]}
            button="Simpan hari pencabutan"
            kind="second"
          />
        </div>
      </Fold>
    </>
  );
}
