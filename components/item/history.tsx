import { Fold } from '@/components/ui/fold';
import { showMoment } from '@/components/ui/moment';
import type { Fields } from '@/lib/plan/kinds/kind';
import type { Told, ToldChange } from '@/lib/plan/log/story';
import { sendsBack } from '@/lib/plan/workflow';
import { UndoChange } from './undo-change';

type Props = {
  told: readonly Told[];
  /** Given where the reader may change the item: whose sender takes a value of before. */
  undo?: { person: string; itemId: string };
};

/** What happened to an item, newest first; what came before the last return is folded away. */
export function History({ told, undo }: Props) {
  const latest = [...told].reverse();
  const since = latest.findIndex(({ action }) => sendsBack(action));
  const recent = since < 0 ? latest : latest.slice(0, since + 1);
  const earlier = since < 0 ? [] : latest.slice(since + 1);
  return (
    <>
      <Entries told={recent} undo={undo} />
      {earlier.length > 0 && (
        <Fold summary={`Sebelum itu, ${earlier.length} catatan`}>
          <Entries told={earlier} undo={undo} />
        </Fold>
      )}
    </>
  );
}

function Entries({ told, undo }: Props) {
  return (
    <ol className="past">
      {told.map(entry => (
        <li key={entry.revision}>
          <span className="number">{showMoment(entry.at)}</span>
          <br />
          <strong>{entry.deed}</strong>, {entry.by}
          {entry.note && <p>“{entry.note}”</p>}
          {entry.action !== 'create' && entry.changes.length > 0 && (
            <>
              <ul>
                {entry.changes.map(change => (
                  <li key={change.field}>
                    {change.label}: <Change change={change} />
                    {undo && (
                      <UndoChange
                        {...undo}
                        fields={{ [change.field]: change.old }}
                        label={change.before === '' ? 'Kosongkan lagi' : 'Pakai lagi yang dulu'}
                      />
                    )}
                  </li>
                ))}
              </ul>
              {undo && entry.changes.length > 1 && (
                <UndoChange {...undo} fields={oldValues(entry)} label="Urungkan semua perubahan ini" />
              )}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A change as before → after; of a list only what came (+) and went (−). */
export function Change({ change: { before, after, list } }: { change: ToldChange }) {
  if (!list) {
    return (
      <>
        <del>{before || 'kosong'}</del> → <ins>{after || 'kosong'}</ins>
      </>
    );
  }
  return (
    <>
      {list.added.map(name => (
        <ins key={name}>+ {name} </ins>
      ))}
      {list.removed.map(name => (
        <del key={name}>− {name} </del>
      ))}
    </>
  );
}

const oldValues = ({ changes }: Told): Fields =>
  Object.fromEntries(changes.map(({ field, old }) => [field, old]));
