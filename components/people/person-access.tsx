import { disablePersonAction, makeSlipsAction } from '@/lib/people/actions';
import type { PersonView } from '@/lib/people/read/person';
import { DeedForm } from './deed-form';

type Props = { person: PersonView; address: string; hidden: Record<string, string> };

/** A new password to hand over, and the account shut or opened. Nobody does either to themselves. */
export function PersonAccess({ person, address, hidden }: Props) {
  const { id, name, isDisabled, isOneUse, isSelf } = person;
  if (isSelf) {
    return (
      <section className="section" aria-labelledby="akses">
        <h2 id="akses">Kata sandi dan akses</h2>
        <p>
          Ini akun Anda. Ganti kata sandi di <a href="/akun">Akun saya</a>. Menonaktifkan dilakukan oleh
          sekretariat lain.
        </p>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="akses">
      <h2 id="akses">Kata sandi dan akses</h2>
      <div className="deeds">
        {!isDisabled && (
          <div className="panel deed-card">
            <p>
              Kata sandi {name} diganti dengan yang sekali pakai, dan semua sesinya berakhir. Lembarnya tampil
              sekali di sini.
            </p>
            <DeedForm
              id="sandi"
              address={address}
              action={makeSlipsAction}
              hidden={{ ...hidden, [id]: isOneUse ? 'oneUse' : 'own' }}
              button="Buat kata sandi sekali pakai"
              kind="second"
              icon="lock"
            />
          </div>
        )}
        <div className="panel deed-card">
          <p>
            {isDisabled
              ? `${name} dapat masuk lagi dengan kata sandi terakhirnya.`
              : `Sesi ${name} di semua perangkat berakhir dalam 5 detik, dan ia tidak dapat masuk lagi. Isian dan riwayatnya tetap ada.`}
          </p>
          <DeedForm
            id="akses"
            address={address}
            action={disablePersonAction}
            hidden={{ ...hidden, id, isDisabled: isDisabled ? 'tidak' : 'ya' }}
            button={isDisabled ? 'Aktifkan akun' : 'Nonaktifkan akun'}
            kind="second"
          />
        </div>
      </div>
    </section>
  );
}
