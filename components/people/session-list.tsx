import { Button } from '@/components/ui/button';
import { showMoment } from '@/components/ui/moment';
import { endSessionAction, type endSessionOfAction } from '@/lib/people/actions';
import type { SessionView } from '@/lib/people/session-view';

type Props = {
  sessions: SessionView[];
  /** Whose sessions they are, when they are not the reader's own. */
  userId?: string;
  action?: typeof endSessionOfAction;
};

/** Where a person is signed in; each session can be ended from here. */
export function SessionList({ sessions, userId, action = endSessionAction }: Props) {
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
            <form action={action as unknown as (form: FormData) => Promise<void>}>
              <input type="hidden" name="id" value={id} />
              {userId && <input type="hidden" name="userId" value={userId} />}
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
