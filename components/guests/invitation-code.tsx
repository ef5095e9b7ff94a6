import { isOnlyHere, typedAddress } from '@/components/hall/join-address';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import { Qr } from '@/components/ui/qr';

type Props = { site: string; code: string; poster: string };

/** How guests come in: a square to scan, the same to type, and the way to the poster. */
export function InvitationCode({ site, code, poster }: Props) {
  const path = `/gabung/tamu/${code}`;
  return (
    <section className="panel invitation" aria-label="Kode undangan">
      <Qr text={`${site}${path}`} label={`Kode QR ke ${typedAddress(site)}${path}`} />
      <div className="join-words">
        <p>Pindai kode ini, atau buka alamat:</p>
        <p className="join-address">
          {typedAddress(site)}
          <wbr />
          <span className="nowrap">/gabung/tamu/</span>
          <wbr />
          <span className="nowrap">{code}</span>
        </p>
        <div className="actions">
          <ButtonLink href={poster} kind="second" icon="printer">
            Poster untuk dicetak atau ditayangkan
          </ButtonLink>
        </div>
      </div>
      {isOnlyHere(site) && (
        <CheckMessage level="warn">
          Alamat ini hanya terbuka di komputer ini. Buka Rembug lewat alamat jaringan, agar ponsel dapat
          masuk.
        </CheckMessage>
      )}
    </section>
  );
}
