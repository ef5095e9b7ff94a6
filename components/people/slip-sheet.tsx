import { useEffect, useRef } from 'react';
import { PrintButton } from '@/components/ui/print-button';
import type { Slip } from '@/lib/people/deed';

type Props = { slips: readonly Slip[]; says: string; address: string };

/** Sheets to cut apart and hand over. They are shown once: a reload leads to a page that says so. */
export function SlipSheet({ slips, says, address }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    window.history.replaceState(null, '', `${address.split('?', 1)[0]}?sudah=ya`);
  }, [address]);
  return (
    <section className="slips" aria-labelledby="lembar">
      <div className="slips-head">
        <h2 id="lembar" tabIndex={-1} ref={head}>
          {slips.length} lembar
        </h2>
        <p>{says} Kata sandi ini hanya tampil sekali di sini. Cetak sebelum Anda menutup halaman.</p>
        <div className="actions">
          <PrintButton>Cetak</PrintButton>
          <a className="button button-second" href="/kelola/pengguna">
            Selesai, ke daftar orang
          </a>
        </div>
      </div>
      <ul className="slip-sheet">
        {slips.map(slip => (
          <li key={slip.userId} className="slip">
            <OneSlip slip={slip} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneSlip({ slip }: { slip: Slip }) {
  const { name, roles, username, password, region, site, qr } = slip;
  return (
    <>
      <p className="slip-region">{region}</p>
      <div className="slip-who">
        <h3>{name}</h3>
        <p>{roles}</p>
      </div>
      <svg
        className="slip-qr"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={`QR untuk ${name}`}
      >
        <path d={qr.path} />
      </svg>
      <dl>
        <div>
          <dt>Alamat</dt>
          <dd>{site.replace(/^https?:\/\//, '')}</dd>
        </div>
        <div>
          <dt>Nama pengguna</dt>
          <dd className="slip-name">{username}</dd>
        </div>
        <div>
          <dt>Kata sandi sekali pakai</dt>
          <dd className="slip-password">{password}</dd>
        </div>
      </dl>
      <p className="slip-note">Pindai QR, ketik kata sandi, lalu buat kata sandi Anda sendiri.</p>
    </>
  );
}
