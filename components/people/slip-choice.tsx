import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { showMoment } from '@/components/ui/moment';
import type { SlipCandidate } from '@/lib/people/read/slip-candidates';

type Group = { password: SlipCandidate['password']; title: string; says: string };

const groups: Group[] = [
  {
    ...{ password: 'none', title: 'Belum punya lembar' },
    says: 'Akunnya baru dibuat dari daftar. Belum ada kata sandi yang dibagikan.',
  },
  {
    ...{ password: 'oneUse', title: 'Lembarnya sudah dibuat, belum dipakai' },
    says: 'Lembar baru membuat lembar lamanya tidak berlaku.',
  },
  {
    ...{ password: 'own', title: 'Sudah punya kata sandi sendiri' },
    says: 'Centang hanya bila orangnya meminta. Semua sesinya berakhir dan kata sandinya diganti.',
  },
];

type Props = {
  people: readonly SlipCandidate[];
  /** Which groups begin ticked. */
  ticked: readonly string[];
  department: string;
};

/** Whom a sheet is made for; who chose a password is ticked by hand only. */
export function SlipChoice({ people, ticked, department }: Props) {
  if (people.length === 0) return <EmptyState>Tidak ada orang lain dengan akun aktif di sini.</EmptyState>;
  const scope = department ? `&opd=${department}` : '';
  return groups.map(({ password, title, says }) => {
    const own = people.filter(person => person.password === password);
    if (own.length === 0) return null;
    const isTicked = ticked.includes(password);
    return (
      <fieldset key={password} className="slip-group">
        <legend>
          {title}, {own.length} orang
        </legend>
        <p className="hint">{says}</p>
        {password === 'oneUse' && (
          <Link
            className="side-link"
            href={`/kelola/pengguna/slip?centang=${isTicked ? 'tidak' : 'semua'}${scope}`}
            prefetch={false}
          >
            {isTicked ? 'Kosongkan centang' : `Centang ${own.length} orang ini`}
          </Link>
        )}
        <div className="slip-people">
          {own.map(({ id, name, username, words, since }) => (
            <label key={id}>
              <input
                type="checkbox"
                name={id}
                value={password === 'own' ? 'own' : 'oneUse'}
                defaultChecked={isTicked}
              />
              <span>
                {name} <span className="muted">({username})</span>
                <span className="meta">
                  {words}
                  {password === 'oneUse' && `, dibuat ${showMoment(since)}`}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  });
}
