import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { ShownOnce } from '@/components/people/shown-once';
import { identityFields, postFields } from '@/components/people/specs';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { createPersonAction } from '@/lib/people/actions';
import { getChoices } from '@/lib/people/read/choices';

export const metadata: Metadata = { title: 'Tambah orang' };

type Props = { searchParams: Promise<{ sudah?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const choices = await getChoices(actor);
  if (!choices) notFound();
  return (
    <>
      <PageHead title="Tambah orang" back={{ href: '/kelola/pengguna', label: 'Orang' }}>
        <p className="lead">Sesudah disimpan, lembar dengan kata sandi sekali pakai tampil satu kali.</p>
      </PageHead>
      <ShownOnce query={await searchParams} />
      <div className="form wide-slips">
        <DeedForm
          id="orang"
          address="/kelola/pengguna/baru"
          action={createPersonAction}
          hidden={{ mutationId: randomUUID(), person: actor.userId }}
          fields={[...identityFields(), ...postFields(choices)]}
          button="Buat akun"
        />
      </div>
    </>
  );
}
