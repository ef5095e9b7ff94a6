import { create } from 'qrcode';

/** A QR code to an address, drawn in the ink of the page; `label` says where it leads. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data).flatMap((bit, at) =>
    bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : [],
  );
  // Four cells of quiet around it are part of what makes it readable.
  const box = size + 8;
  return (
    <svg className="qr" viewBox={`-4 -4 ${box} ${box}`} role="img" aria-label={label}>
      <path className="qr-ground" d={`M-4 -4h${box}v${box}h-${box}z`} />
      <path d={dark.join('')} />
    </svg>
  );
}
