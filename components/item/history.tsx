import { showMoment } from '@/components/ui/moment';
import type { Told } from '@/lib/plan/log/story';

/** What happened to an item, newest first: who, when, before and after. */
export function History({ told }: { told: readonly Told[] }) {
  return (
    <ol className="past">
      {[...told].reverse().map(entry => (
        <li key={entry.revision}>
          <span className="number">{showMoment(entry.at)}</span>
          <br />
          <strong>{entry.deed}</strong>, {entry.by}
          {entry.note && <p>“{entry.note}”</p>}
          {entry.action !== 'create' && entry.changes.length > 0 && (
            <ul>
              {entry.changes.map(({ field, label, before, after }) => (
                <li key={field}>
                  {label}: <del>{before || 'kosong'}</del> → <ins>{after || 'kosong'}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
