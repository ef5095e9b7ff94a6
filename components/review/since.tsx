import { showMoment } from '@/components/ui/moment';
import type { Since } from '@/lib/plan/read/item';
import { WordChange } from './word-change';

/** What others changed since the reader last looked, field by field. */
export function SinceTable({ since }: { since: Since }) {
  const fields = since.filter(({ field }) => !field.startsWith('reasons.'));
  if (fields.length === 0) return <p className="small muted">Tidak ada yang berubah sejak Anda lihat.</p>;
  const last =
    fields
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  const people = [...new Set(fields.map(({ by }) => by))].join(', ');
  return (
    <section aria-labelledby="berubah">
      <h3 id="berubah">{fields.length} isian berubah sejak Anda lihat</h3>
      <p className="small muted">
        {people}, terakhir {showMoment(last)}
      </p>
      <table className="diff">
        <thead>
          <tr>
            <th scope="col">Isian</th>
            <th scope="col">Sebelum</th>
            <th scope="col">Sesudah</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(change => (
            <tr key={change.field}>
              <th scope="row">{change.label}</th>
              <WordChange change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
