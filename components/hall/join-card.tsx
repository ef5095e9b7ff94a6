import { Qr } from '@/components/ui/qr';
import { typedAddress } from './join-address';

type Props = { site: string; code: string };

/** How a phone gets in: a picture to scan, and the same as an address to type. */
export function JoinCard({ site, code }: Props) {
  const door = `${site}/gabung/`;
  return (
    <div className="join">
      <Qr text={`${door}${code}`} label={`Kode QR ke ${typedAddress(door)}${code}`} />
      <div className="join-words">
        <h2>Masuk dari ponsel</h2>
        <p>Pindai kode ini, atau buka alamat:</p>
        <p className="join-address">
          {typedAddress(door)}
          <wbr />
          <span className="nowrap">{code}</span>
        </p>
      </div>
    </div>
  );
}
