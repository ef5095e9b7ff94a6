import type { Cell } from '@/lib/plan/kinds/kind';
import { showCell } from '@/lib/plan/numbers';

type Props = { cell: Cell; precision: number | null; absence: string };

/** One value as the matrix shows it: published figures underlined, nothing filled "–", an absence in words. */
export function Figure({ cell, precision, absence }: Props) {
  const shown = showCell(cell, precision);
  if (shown !== '') return cell.illustrative ? shown : <u>{shown}</u>;
  if (cell.skipReason) return <span className="no-data">{absence}</span>;
  return '–';
}
