import { typedAddress } from '@/components/hall/join-address';
import { Wordmark } from '@/components/ui/mark';
import { Qr } from '@/components/ui/qr';
import type { InvitationView } from '@/lib/people/guests/read/invitations';
import { showDay } from '@/lib/people/words';

type Props = { invitation: InvitationView; region: string; site: string };

/** One sheet for a wall or a projector: what it is about, the square, and the way in three steps. */
export function GuestPoster({ invitation: { title, code, lastDay }, region, site }: Props) {
  const path = `/gabung/tamu/${code}`;
  return (
    <section className="poster" aria-label="Poster">
      <p className="poster-brand">
        <Wordmark />
        <span>{region}</span>
      </p>
      <h2>Usulkan untuk kota cerdas kita</h2>
      <p className="poster-title">{title}</p>
      <Qr text={`${site}${path}`} label={`Kode QR ke ${typedAddress(site)}${path}`} />
      <p className="poster-address">
        {typedAddress(site)}
        <wbr />
        <span className="nowrap">/gabung/tamu/</span>
        <wbr />
        <strong className="nowrap">{code}</strong>
      </p>
      <ol>
        <li>Pindai kode dengan kamera ponsel.</li>
        <li>Isi nama, lembaga, dan kata sandi.</li>
        <li>Baca rencana, lalu kirim usulan Anda.</li>
      </ol>
      <p className="poster-foot">Terbuka sampai {showDay(lastDay)}</p>
    </section>
  );
}
