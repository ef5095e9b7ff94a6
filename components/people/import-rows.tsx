import { Icon, type IconName } from '@/components/ui/icon';
import type { DryRow } from '@/lib/people/read/pasted';
import type { Written } from '@/lib/people/write/import-rows';

const looks: Record<DryRow['state'], { word: string; icon: IconName }> = {
  ready: { word: 'Siap', icon: 'check' },
  doubtful: { word: 'Periksa', icon: 'warn' },
  refused: { word: 'Ditolak', icon: 'block' },
};

/** What would become of each pasted row; the doubtful ones can be wanted all the same. */
export function DryRows({ rows }: { rows: readonly DryRow[] }) {
  if (rows.length === 0) return <p>Belum ada baris. Tempel dulu, lalu periksa.</p>;
  const count = (state: DryRow['state']) => rows.filter(row => row.state === state).length;
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">
        {count('ready')} dari {rows.length} baris siap
      </h2>
      <p>
        {count('doubtful')} perlu diperiksa, {count('refused')} ditolak. Belum ada yang tersimpan.
      </p>
      <ol className="import-rows">
        {rows.map(({ line, pasted, state, reason, makes }) => (
          <li key={line} className={`import-row is-${state}`}>
            <span className="import-state">
              <Icon name={looks[state].icon} />
              {looks[state].word}
              <span className="muted"> baris {line}</span>
            </span>
            <span className="import-what">
              {makes || pasted}
              {reason && <strong>{reason}</strong>}
            </span>
            {state === 'doubtful' && (
              <label className="import-wanted">
                <input type="checkbox" name={`baris-${line}`} value="ya" />
                Tetap buat<span className="only-read"> baris {line}</span>
              </label>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What became of each pasted row. */
export function WrittenRows({ written, what }: { written: readonly Written[]; what: 'orang' | 'opd' }) {
  const made = written.filter(({ isMade }) => isMade).length;
  const left = written.filter(({ isMade }) => !isMade);
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">
        {made} dari {written.length} baris sudah dibuat
      </h2>
      {left.length > 0 && (
        <p>Baris lain belum dibuat. Perbaiki di lembar kerja Anda, lalu tempel lagi baris itu.</p>
      )}
      <ol className="import-rows">
        {written.map(({ line, pasted, isMade, says }) => (
          <li key={line} className={`import-row is-${isMade ? 'ready' : 'refused'}`}>
            <span className="import-state">
              <Icon name={isMade ? 'check' : 'block'} />
              {isMade ? 'Dibuat' : 'Belum'}
              <span className="muted"> baris {line}</span>
            </span>
            <span className="import-what">
              {pasted}
              <strong>{says}</strong>
            </span>
          </li>
        ))}
      </ol>
      {made > 0 && what === 'orang' && (
        <p>
          <a className="button" href="/kelola/pengguna/slip">
            Cetak lembar kata sandi
          </a>
        </p>
      )}
    </section>
  );
}
