import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';
import { Wordmark } from '@/components/ui/mark';

export const metadata: Metadata = { title: 'Halaman tidak ditemukan' };

export default function NotFound() {
  return (
    <main className="plain-page" id="isi">
      <p className="brand">
        <Wordmark />
      </p>
      <h1 tabIndex={-1}>Halaman tidak ditemukan</h1>
      <p>
        Alamat ini belum ada, atau isinya sudah dipindahkan. Periksa alamatnya, atau mulai dari Pekerjaan
        saya.
      </p>
      <ButtonLink href="/pekerjaan">Buka Pekerjaan saya</ButtonLink>
      <p className="muted">
        Bila alamat ini Anda terima dari orang lain, minta ia mengirimkannya sekali lagi.
      </p>
    </main>
  );
}
