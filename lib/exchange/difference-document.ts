import type { Row, TableDocument } from '@/lib/books/document';
import { kinds } from '@/lib/plan/kinds/all';
import { namesOf, type PlanAsOf } from '@/lib/plan/log/as-of';
import { type ToldDifference, whats } from '@/lib/plan/log/difference';
import { isRatified, statusLabels } from '@/lib/plan/workflow';
import { momentOf } from './moment';

type State = { name: string; plan: PlanAsOf };

type Input = {
  region: { name: string; isPractice?: boolean };
  before: State;
  after: State;
  differences: readonly ToldDifference[];
  person: string;
  at: Date;
};

/** What differs between two states of the plan as a table: one row a field, a status, or a place that changed. */
export function differenceDocument({ region, before, after, differences, person, at }: Input): TableDocument {
  const moment = momentOf(at);
  const codes = new Map(after.plan.dimensions.map(({ id, code }) => [id, code]));
  const { departmentCode } = namesOf(after.plan);
  const count = (what: ToldDifference['what']) => differences.filter(one => one.what === what).length;
  return {
    name: 'perbedaan',
    title: `Perbedaan dua ${before.plan.plan.id === after.plan.plan.id ? 'versi' : 'rencana'}: ${after.plan.plan.name}`,
    isDraft: !isRatified(after.plan.plan),
    isPractice: region.isPractice,
    facts: [
      { label: 'Daerah', value: region.name },
      { label: 'Dari', value: before.name },
      { label: 'Ke', value: after.name },
      {
        label: 'Jumlah',
        value: `${count('added')} baru, ${count('removed')} tidak ada lagi, ${count('changed')} berubah`,
      },
    ],
    columns: [
      { label: 'Dimensi', width: 9, align: 'start' },
      { label: 'Jenis', width: 11, align: 'start' },
      { label: 'Uraian', width: 48, align: 'start' },
      { label: 'OPD', width: 20, align: 'start' },
      { label: 'Yang terjadi', width: 16, align: 'start' },
      { label: 'Isian', width: 22, align: 'start' },
      { label: 'Sebelum', width: 32, align: 'start' },
      { label: 'Sesudah', width: 32, align: 'start' },
    ],
    rows: differences.flatMap(one =>
      linesOf(one).map(
        ([field, was, is]): Row => ({
          kind: 'record',
          cells: [
            ...[codes.get(one.dimensionId ?? '') ?? 'Daerah', kinds[one.kind].label, one.title],
            ...[departmentCode(one.departmentId), whats[one.what], field, was, is],
          ],
        }),
      ),
    ),
    notes: [],
    footer: `${region}. Diunduh ${moment} oleh ${person}.`,
  };
}

type Line = [field: string | null, before: string | null, after: string | null];

function linesOf({ status, moved, leftOut, fields }: ToldDifference): Line[] {
  const lines: Line[] = [
    ...(status ? [['Status', statusLabels[status.before], statusLabels[status.after]] as Line] : []),
    ...(moved ? [['Letak', moved.before, moved.after] as Line] : []),
    ...(leftOut
      ? [['Dikeluarkan dari rencana', leftOut.before, leftOut.after ?? 'dimasukkan kembali'] as Line]
      : []),
    ...fields.map(({ label, before, after }): Line => [label, before || 'kosong', after || 'kosong']),
  ];
  return lines.length > 0 ? lines : [[null, null, null]];
}
