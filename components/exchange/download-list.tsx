import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { Refresh } from '@/components/ui/refresh';
import type { DownloadView } from '@/lib/exchange/read';

const names = { xlsx: 'Excel', csv: 'CSV', pdf: 'PDF', docx: 'Word' };

/** Files that were asked for: what is ready, what is being made and how far, what failed and why. */
export function DownloadList({ downloads }: { downloads: readonly DownloadView[] }) {
  if (downloads.length === 0) {
    return (
      <div className="panel">
        <EmptyState>
          Belum ada berkas. Buka rencana terpadu, lalu pilih Unduh.{' '}
          <ButtonLink kind="second" href="/rencana">
            Buka rencana terpadu
          </ButtonLink>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {downloads.some(({ state }) => state === 'running') && <Refresh />}
      <ul className="downloads" aria-live="polite">
        {downloads.map(({ id, title, format, revision, state, stage, at }) => (
          <li key={id} className="panel">
            <p>
              <strong>{names[format]}</strong> {title}
            </p>
            <p className="small muted">
              Revisi {revision}, diminta {showMoment(at)}
            </p>
            {state === 'ready' && (
              <a className="button button-second" href={`/unduhan/${id}`}>
                <Icon name="download" />
                Unduh
                <span className="only-read">
                  {' '}
                  {names[format]} revisi {revision}
                </span>
              </a>
            )}
            {state === 'running' && (
              <p className="line">
                <Icon name="clock" />
                Sedang disusun: {stage}
              </p>
            )}
            {state === 'failed' && (
              <p className="line">
                <Icon name="block" />
                {stage}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
