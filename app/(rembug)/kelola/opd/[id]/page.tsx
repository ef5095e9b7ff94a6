import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { DeedHistory } from '@/components/people/deed-history';
import { departmentFields } from '@/components/people/specs';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { changeDepartmentAction } from '@/lib/people/actions';
import { getChoices } from '@/lib/people/read/choices';
import { getDepartment } from '@/lib/people/read/departments';

export const metadata: Metadata = { title: 'OPD' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const choices = await getChoices(actor);
  const department = await getDepartment(actor, id);
  if (!choices || !department) notFound();
  const { name, items, coordinates, people, history, successors, decree } = department;
  return (
    <>
      <PageHead
        title={name}
        back={{ href: '/kelola/opd', label: 'OPD' }}
        eyebrow={`Kode: ${department.code}`}
      >
        <p>
          Mengampu {items} isian.
          {coordinates.length > 0 && ` Koordinator ${coordinates.join(', ')}.`}
        </p>
        {successors.length > 0 && (
          <p>
            Diteruskan oleh <strong>{successors.join(' dan ')}</strong>
            {decree && ` menurut peraturan nomor ${decree}`}.
          </p>
        )}
      </PageHead>
      <section className="form" aria-labelledby="data">
        <h2 id="data">Data OPD</h2>
        <p className="hint">
          Nama dan kode baru langsung tampil di rencana. Versi lama tetap menyebut nama lama.
        </p>
        <DeedForm
          id="opd"
          address={`/kelola/opd/${id}`}
          action={changeDepartmentAction}
          hidden={{ mutationId: randomUUID(), person: actor.userId, id, seen: String(choices.seen) }}
          fields={departmentFields(department)}
          button="Simpan data"
        />
      </section>
      <section className="section" aria-labelledby="orang">
        <h2 id="orang">Orang</h2>
        {people.length === 0 ? (
          <p className="muted">Belum ada orang dengan peran di OPD ini hari ini.</p>
        ) : (
          <ul className="posts">
            {people.map(person => (
              <li key={`${person.userId} ${person.words}`}>
                <Link className="side-link" href={`/kelola/pengguna/${person.userId}`} prefetch={false}>
                  {person.name}
                </Link>
                <span className="meta">{person.words}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <DeedHistory told={history} />
    </>
  );
}
