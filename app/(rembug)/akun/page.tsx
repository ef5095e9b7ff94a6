import type { Metadata } from 'next';
import { PasswordForm } from '@/components/people/password-form';
import { SessionList } from '@/components/people/session-list';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { describeRoles } from '@/lib/access/roles';
import { changePasswordAction } from '@/lib/people/actions';
import { getAccount } from '@/lib/people/read/account';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Akun saya' };

export default async function Page() {
  const actor = await requireActor({ mayKeepPassword: true, isOpenToGuests: true });
  const frame = await getFrame(actor);
  const account = await getAccount(actor);
  // What somebody practises as has no password and no sessions of its own.
  const isAtWork = actor.practice === undefined;
  return (
    <>
      <PageHead title="Akun saya" eyebrow={`Nama pengguna: ${account.username}`}>
        <p>
          <strong>{account.name}</strong>, {describeRoles(actor, frame)}
        </p>
        {actor.mustChangePassword && (
          <p className="lead">
            Ini kata sandi sekali pakai. Ganti dulu agar Anda dapat membuka halaman lain.
          </p>
        )}
      </PageHead>
      {isAtWork ? (
        <section className="form" aria-labelledby="sandi">
          <h2 id="sandi">Ganti kata sandi</h2>
          <PasswordForm action={changePasswordAction} />
        </section>
      ) : (
        <p>Ini akun latihan, tanpa kata sandi. Akhiri latihan untuk melihat akun Anda sendiri.</p>
      )}
      {isAtWork && !actor.mustChangePassword && (
        <section className="section" aria-labelledby="sesi">
          <div className="section-head">
            <h2 id="sesi">Sesi Anda</h2>
          </div>
          <p className="lead">Setiap perangkat tempat Anda masuk. Akhiri yang bukan milik Anda.</p>
          <SessionList sessions={account.sessions} />
        </section>
      )}
    </>
  );
}
