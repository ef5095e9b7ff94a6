import { create } from 'qrcode';

/** A text as a square to be drawn: its side in dots with the quiet border, and the dark dots as one SVG path. */
export function qrOf(text: string): { size: number; path: string } {
  const border = 2;
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) =>
      modules.get(y, x) ? `M${x + border} ${y + border}h1v1h-1z` : '',
    ).join(''),
  );
  return { size: modules.size + 2 * border, path: rows.join('') };
}
