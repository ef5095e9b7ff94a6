import { Qr } from '@/components/ui/qr';
import { typedAddress } from './join-address';

type Props = { site: string; code: string };

/** How a phone gets in: a picture to scan, and the same as an address to type. */
export function JoinCard({ site, code }: Props) {
  const path = `/gabung/${code}`;
  return (
    <div className="join">
      <Qr text={`${site}${path}`} label={`Kode QR ke ${typedAddress(site)}${path}`} />
      <div className="join-words">
        <h2>Masuk dari ponsel</h2>
        <p>Pindai kode ini, atau buka alamat:</p>
        <p className="join-address">
          {typedAddress(site)}
          <wbr />
          <span className="nowrap">{path}</span>
        </p>
      </div>
    </div>
  );
}
