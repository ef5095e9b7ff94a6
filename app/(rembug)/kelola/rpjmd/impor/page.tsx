import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportTreeForm } from '@/components/rpjmd/import-form';
import { treeFields } from '@/components/rpjmd/specs';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { today } from '@/lib/access/tenure';
import { dayText } from '@/lib/people/words';
import { getFrame } from '@/lib/plan/read/frame';
import { importTreeAction } from '@/lib/rpjmd/actions';
import { listTrees } from '@/lib/rpjmd/read/trees';

export const metadata: Metadata = { title: 'Masukkan RPJMD' };

const columns =
  'Salin dengan baris nama kolomnya: VISI, MISI, TUJUAN, SASARAN. Kolom IK, baseline, target, satuan, OPD, dan program ikut dibaca.';
const example = 'MISI\tTUJUAN\tIK TUJUAN\tSASARAN\tIK SASARAN\tBASELINE\tTARGET\tSATUAN';

export default async function Page() {
  const actor = await requireActor();
  if (!can.keepReferences(actor)) notFound();
  const trees = await listTrees(actor, await getFrame(actor));
  const before = trees.find(({ repealedAt }) => repealedAt === null) ?? null;
  return (
    <>
      <PageHead title="Masukkan RPJMD" back={{ href: '/kelola/rpjmd', label: 'RPJMD' }}>
        <p className="lead">
          Tempel tabel cascading dari lembar kerja atau pilih berkasnya, lalu periksa pohonnya. Yang tersimpan
          hanya yang sudah Anda periksa.
        </p>
      </PageHead>
      <div className="form is-wide">
        <ImportTreeForm
          action={importTreeAction}
          hidden={{ person: actor.userId, inForce: before?.id ?? '', ...(before ? {} : { repealFrom: '' }) }}
          mutationId={randomUUID()}
          fields={treeFields(before, dayText(today()) ?? '')}
          columns={columns}
          example={example}
        />
      </div>
    </>
  );
}
