import { Button } from '@/components/ui/button';
import type { ImportView } from '@/lib/exchange/import/import-view';
import type { DepartmentView } from '@/lib/plan/read/frame';

type Props = { asked: ImportView['departments']; departments: readonly DepartmentView[] };

/** Names that are no department yet: asked once for all their rows, and remembered. */
export function DepartmentNames({ asked, departments }: Props) {
  if (asked.length === 0) return null;
  return (
    <fieldset className="import-columns">
      <legend className="label">Nama OPD yang belum dikenal</legend>
      <p className="hint">Jawaban Anda diingat untuk berkas berikutnya di daerah ini.</p>
      <ol>
        {asked.slice(0, 100).map(({ name, key, rows }) => (
          <li key={key}>
            <label htmlFor={`opd-${key}`}>
              {name}
              <small>{rows} baris menunggu</small>
            </label>
            <select className="input" id={`opd-${key}`} name={`opd-${key}`} defaultValue="">
              <option value="">Pilih OPD</option>
              <option value="bukan">Bukan OPD daerah ini</option>
              {departments
                .filter(({ isEnded }) => !isEnded)
                .map(({ id, code, name }) => (
                  <option key={id} value={id}>
                    {code === name ? name : `${code}, ${name}`}
                  </option>
                ))}
            </select>
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button kind="second">Pakai OPD yang dipilih</Button>
      </div>
    </fieldset>
  );
}
