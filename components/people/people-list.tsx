import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import type { PersonRow } from '@/lib/people/read/people';

const stateWords = { active: 'Aktif', disabled: 'Dinonaktifkan', never: 'Belum pernah masuk' };

/** People as a table on a desktop, as cards on a phone; the name leads to the person. */
export function PeopleList({ people }: { people: readonly PersonRow[] }) {
  if (people.length === 0) {
    return (
      <div className="panel">
        <EmptyState>Tidak ada orang yang cocok. Ubah saringannya, atau tambah orang.</EmptyState>
      </div>
    );
  }
  return (
    <table className="people" aria-label="Orang">
      <thead>
        <tr>
          <th scope="col">Nama</th>
          <th scope="col">Peran hari ini</th>
          <th scope="col">Nama pengguna</th>
          <th scope="col">Keadaan</th>
        </tr>
      </thead>
      <tbody>
        {people.map(person => (
          <tr key={person.id} className={person.state === 'disabled' ? 'is-disabled' : undefined}>
            <th scope="row">
              <Link href={`/kelola/pengguna/${person.id}`} prefetch={false}>
                {person.name}
              </Link>
              {person.position && <span className="meta">{person.position}</span>}
            </th>
            <td>
              {person.posts.length === 0 ? (
                <span className="muted">Tanpa peran</span>
              ) : (
                person.posts.map(words => (
                  <span key={words} className="post">
                    {words}
                  </span>
                ))
              )}
            </td>
            <td className="username">{person.username}</td>
            <td>
              <PersonState person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PersonState({ person: { state, isHere, lastSeenAt } }: { person: PersonRow }) {
  if (isHere)
    return (
      <span className="here">
        <Icon name="check" />
        Sedang masuk
      </span>
    );
  return (
    <>
      <span className="state-word">{stateWords[state]}</span>
      {lastSeenAt && <span className="meta">Terakhir {showMoment(lastSeenAt)}</span>}
    </>
  );
}
