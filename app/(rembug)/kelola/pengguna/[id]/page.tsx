import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { DeedHistory } from '@/components/people/deed-history';
import { PersonAccess } from '@/components/people/person-access';
import { PersonPosts } from '@/components/people/person-posts';
import { SessionList } from '@/components/people/session-list';
import { ShownOnce } from '@/components/people/shown-once';
import { identityFields, postFields } from '@/components/people/specs';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { today } from '@/lib/access/tenure';
import { addMembershipAction, changePersonAction, endSessionOfAction } from '@/lib/people/actions';
import { getChoices } from '@/lib/people/read/choices';
import { getPerson } from '@/lib/people/read/person';
import { dayText } from '@/lib/people/words';

export const metadata: Metadata = { title: 'Orang' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ sudah?: string | string[] }>;
};

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const choices = await getChoices(actor);
  const person = await getPerson(actor, id);
  if (!choices || !person) notFound();
  const address = `/kelola/pengguna/${id}`;
  const hidden = () => ({ mutationId: randomUUID() as string, person: actor.userId });
  return (
    <>
      <PageHead
        title={person.name}
        back={{ href: '/kelola/pengguna', label: 'Orang' }}
        eyebrow={`Nama pengguna: ${person.username}`}
      >
        {person.position && <p>{person.position}</p>}
        <p>{stateOf(person)}</p>
      </PageHead>
      <ShownOnce query={await searchParams} />
      <section aria-labelledby="peran">
        <h2 id="peran">Peran</h2>
        <PersonPosts
          posts={person.posts}
          address={address}
          hidden={hidden()}
          today={dayText(today()) ?? ''}
        />
        <Fold summary="Tambah peran" icon="plus">
          <div className="form fold-form">
            <DeedForm
              id="peran-baru"
              address={address}
              action={addMembershipAction}
              hidden={{ ...hidden(), userId: id }}
              fields={postFields(choices)}
              button="Tambah peran"
            />
          </div>
        </Fold>
      </section>
      <section className="section form" aria-labelledby="data">
        <h2 id="data">Data orang ini</h2>
        <DeedForm
          id="data-orang"
          address={address}
          action={changePersonAction}
          hidden={{ ...hidden(), id, seen: String(choices.seen) }}
          fields={identityFields(person)}
          button="Simpan data"
          kind="second"
        />
      </section>
      <PersonAccess person={person} address={address} hidden={hidden()} />
      <section className="section" aria-labelledby="sesi">
        <h2 id="sesi">Sesi yang terbuka</h2>
        {person.sessions.length === 0 ? (
          <p className="muted">Orang ini tidak sedang masuk di perangkat mana pun.</p>
        ) : (
          <SessionList sessions={person.sessions} userId={id} action={endSessionOfAction} />
        )}
      </section>
      <DeedHistory told={person.history} />
    </>
  );
}

function stateOf(person: { isDisabled: boolean; hasEverSignedIn: boolean; isOneUse: boolean }): string {
  if (person.isDisabled) return 'Akun ini dinonaktifkan. Orang ini tidak dapat masuk.';
  if (!person.hasEverSignedIn) return 'Orang ini belum pernah masuk.';
  return person.isOneUse ? 'Kata sandinya masih sekali pakai.' : 'Akun aktif, dengan kata sandi sendiri.';
}
