import type { Measure } from '@/lib/plan/ipm-story';
import { Figure } from './figure';

/** A path in short, from its first figure to its last of the medium term, with its unit: "7,50 → 8,10 tahun". */
export function Span({ measure, unit = '' }: { measure: Measure; unit?: string }) {
  const { ends, precision } = measure;
  if (!ends) return <span className="muted">belum ada angka</span>;
  const [first, last] = ends;
  const [before, after] = aroundFigure(unit);
  return (
    <span className="number">
      {before}
      <Figure cell={first.cell} precision={precision} absence="" />
      {last !== first && (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span className="only-read">menjadi</span> {before}
          <Figure cell={last.cell} precision={precision} absence="" />
        </>
      )}
      {after}
    </span>
  );
}

/** What stands before and after a figure: rupiah lead it ("Rp10.964 ribu"), every other unit follows. */
export function aroundFigure(unit: string): [before: string, after: string] {
  const [, rest] = /^Rp\b\.?\s*(.*)$/.exec(unit) ?? [];
  const after = rest ?? unit;
  return [rest === undefined ? '' : 'Rp', after && ` ${after}`];
}
