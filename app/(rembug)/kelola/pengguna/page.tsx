import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ManageHead } from '@/components/people/manage-head';
import { PeopleFilters } from '@/components/people/people-filters';
import { PeopleList } from '@/components/people/people-list';
import { ButtonLink } from '@/components/ui/button-link';
import { requireActor } from '@/lib/access/request';
import { countStates, filterPeople, peopleFilter } from '@/lib/people/people-filter';
import { getChoices } from '@/lib/people/read/choices';
import { listPeople } from '@/lib/people/read/people';

export const metadata: Metadata = { title: 'Kelola orang' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const choices = await getChoices(actor);
  if (!choices) notFound();
  const all = await listPeople(actor);
  const filter = peopleFilter(await searchParams);
  const people = filterPeople(all, filter);
  return (
    <>
      <ManageHead title="Orang" current="/kelola/pengguna">
        <p>
          <strong>{all.length} akun</strong> di kabupaten/kota ini.
        </p>
        <ul className="state-links">
          {countStates(all).map(({ state, label, count }) => (
            <li key={state}>
              <Link href={`/kelola/pengguna?keadaan=${state}`} prefetch={false}>
                {label} <span className="number">{count}</span>
              </Link>
            </li>
          ))}
        </ul>
        <div className="actions">
          <ButtonLink href="/kelola/pengguna/baru" icon="plus">
            Tambah orang
          </ButtonLink>
          <ButtonLink href="/kelola/pengguna/impor" kind="second" icon="upload">
            Tempel dari lembar kerja
          </ButtonLink>
          <ButtonLink href="/kelola/pengguna/slip" kind="second" icon="printer">
            Lembar kata sandi
          </ButtonLink>
        </div>
      </ManageHead>
      <PeopleFilters filter={filter} departments={choices.departments} />
      <section className="section" aria-labelledby="daftar">
        <h2 id="daftar">
          {people.length === all.length ? 'Semua orang' : `${people.length} dari ${all.length} orang`}
        </h2>
        <PeopleList people={people} />
      </section>
    </>
  );
}
