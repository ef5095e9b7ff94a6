import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportForm } from '@/components/people/import-form';
import { importKinds } from '@/components/people/import-kinds';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { importAction } from '@/lib/people/actions';

export const metadata: Metadata = { title: 'Tempel dari lembar kerja' };

type Props = { searchParams: Promise<{ isi?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  if (!can.managePeople(actor)) notFound();
  const { isi } = await searchParams;
  const what = isi === 'opd' ? 'opd' : 'orang';
  const { title, back, lead, columns, example } = importKinds[what];
  return (
    <>
      <PageHead title={title} back={back}>
        <p className="lead">{lead}</p>
      </PageHead>
      <ImportForm
        what={what}
        address={what === 'opd' ? '/kelola/pengguna/impor?isi=opd' : '/kelola/pengguna/impor'}
        action={importAction}
        mutationId={randomUUID()}
        person={actor.userId}
        columns={columns}
        example={example}
      />
    </>
  );
}
