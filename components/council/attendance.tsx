import { randomUUID } from 'node:crypto';
import { DeedForm } from '@/components/people/deed-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { addGuestAction, attendanceAction, removeAttendanceAction } from '@/lib/council/actions';
import type { ToTick } from '@/lib/council/read/people-to-tick';
import type { Attending } from '@/lib/council/read/sitting';

type Props = {
  address: string;
  hidden: { person: string; sittingId: string };
  attendance: readonly Attending[];
  /** Whom the secretariat may tick; empty for everybody else, and once the sitting is closed. */
  people: readonly ToTick[];
};

/** Who attends; for the secretariat with the form that ticks people and the one for guests. */
export function Attendance({ address, hidden, attendance, people }: Props) {
  return (
    <>
      {attendance.length === 0 ? (
        <div className="panel">
          <EmptyState>Daftar hadir belum diisi.</EmptyState>
        </div>
      ) : (
        <ul className="panel with-list rows">
          {attendance.map(({ id, userId, name, office, institution }) => (
            <li key={id} className="row attending">
              <p>
                <strong>{name}</strong>
                <br />
                <span className="small muted">
                  {[office, institution].filter(Boolean).join(', ')}
                  {userId === null && ' (tamu)'}
                </span>
              </p>
              {people.length > 0 && userId === null && (
                <DeedForm
                  id={`hapus-${id.slice(0, 8)}`}
                  {...{ address, action: removeAttendanceAction, kind: 'plain' as const, button: 'Hapus' }}
                  hidden={{ person: hidden.person, mutationId: randomUUID(), id }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {people.length > 0 && (
        <>
          <Fold summary="Centang yang hadir" icon="users">
            <Ticks {...{ address, hidden, attendance, people }} />
          </Fold>
          <Fold summary="Catat tamu" icon="plus">
            <DeedForm
              id="tamu"
              {...{ address, action: addGuestAction, kind: 'second' as const, button: 'Catat tamu' }}
              hidden={{ ...hidden, mutationId: randomUUID() }}
              fields={[
                { name: 'name', label: 'Nama tamu' },
                { name: 'institution', label: 'Lembaga asal' },
                { name: 'office', label: 'Jabatan', optional: true },
              ]}
            />
          </Fold>
        </>
      )}
    </>
  );
}

function Ticks({ address, hidden, attendance, people }: Props) {
  const present = new Set(attendance.flatMap(({ userId }) => userId ?? []));
  const groups = [
    { title: 'Dewan dan kepala daerah', own: people.filter(({ isDecider }) => isDecider) },
    { title: 'Orang lain', own: people.filter(({ isDecider }) => !isDecider) },
  ].filter(({ own }) => own.length > 0);
  return (
    <DeedForm
      id="hadir"
      {...{ address, action: attendanceAction, kind: 'second' as const, button: 'Simpan daftar hadir' }}
      hidden={{
        ...{ ...hidden, mutationId: randomUUID() },
        // What the form began with: only what differs from it is written.
        ...Object.fromEntries([...present].map(id => [`tampil-${id}`, 'ya'])),
      }}
    >
      {groups.map(({ title, own }) => (
        <fieldset key={title} className="slip-group">
          <legend>
            {title}, {own.length} orang
          </legend>
          <div className="slip-people">
            {own.map(({ id, name, office }) => (
              // Drawn anew once somebody else has ticked, so that what is sent back is what is seen.
              <label key={`${id} ${present.has(id)}`}>
                <input type="checkbox" name={`hadir-${id}`} value="ya" defaultChecked={present.has(id)} />
                <span>
                  {name}
                  <span className="meta">{office}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </DeedForm>
  );
}
