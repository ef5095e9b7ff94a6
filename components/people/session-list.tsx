import { Button } from '@/components/ui/button';
import { showMoment } from '@/components/ui/moment';
import { endSessionAction } from '@/lib/people/actions';
import type { AccountView } from '@/lib/people/read/account';

/** Where this person is signed in; each session can be ended from here. */
export function SessionList({ sessions }: { sessions: AccountView['sessions'] }) {
  return (
    <ul className="panel rows with-list">
      {sessions.map(({ id, device, address, lastSeenAt, isCurrent, isScreen }) => (
        <li key={id} className="row session">
          <p>
            <strong>
              {isScreen && 'Layar Bimtek, '}
              {deviceName(device)}
            </strong>
            {isCurrent && ' (perangkat ini)'}
            <br />
            <span className="small muted">
              Terakhir dipakai {showMoment(lastSeenAt)}, alamat {address || 'tidak diketahui'}
            </span>
          </p>
          {!isCurrent && (
            <form action={endSessionAction as unknown as (form: FormData) => Promise<void>}>
              <input type="hidden" name="id" value={id} />
              <Button kind="second">
                Akhiri sesi<span className="only-read"> {deviceName(device)}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A browser's long self-description as people know it. */
function deviceName(agent: string): string {
  const browser = /Edg/.test(agent)
    ? 'Edge'
    : /Firefox/.test(agent)
      ? 'Firefox'
      : /Chrom/.test(agent)
        ? 'Chrome'
        : /Safari/.test(agent)
          ? 'Safari'
          : 'Peramban lain';
  const system = /Android/.exec(agent) ?? /iPhone|iPad/.exec(agent) ?? /Windows|Mac|Linux/.exec(agent);
  return system ? `${browser} di ${system[0]}` : browser;
}
