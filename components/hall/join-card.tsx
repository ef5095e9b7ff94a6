import { Qr } from '@/components/ui/qr';
import { joinAddress } from './join-address';

type Props = { site: string; code: string };

/** How a phone gets in: a picture to scan, and the same as an address to type. */
export function JoinCard({ site, code }: Props) {
  const { url, shown } = joinAddress(site, code);
  return (
    <div className="join">
      <Qr text={url} label={`Kode QR ke ${shown}`} />
      <div className="join-words">
        <h2>Masuk dari ponsel</h2>
        <p>Pindai kode ini, atau buka alamat:</p>
        <p className="join-address">{shown}</p>
      </div>
    </div>
  );
}
