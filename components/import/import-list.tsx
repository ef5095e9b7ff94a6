import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { showMoment } from '@/components/ui/moment';
import type { ImportLine } from '@/lib/exchange/import/read';

/** The imports of one person, newest first. */
export function ImportList({ imports }: { imports: readonly ImportLine[] }) {
  if (imports.length === 0)
    return (
      <div className="panel">
        <EmptyState>Belum ada impor. Unggah satu berkas; isinya diperiksa dulu, belum disimpan.</EmptyState>
      </div>
    );
  return (
    <ul className="panel rows with-list">
      {imports.map(({ id, fileName, at, appliedAt }) => (
        <li key={id} className="row">
          <Link className="title" href={`/impor/${id}`} prefetch={false}>
            {fileName}
          </Link>
          <p className="small muted">
            Diunggah {showMoment(at)}.{' '}
            {appliedAt ? `Diterapkan ${showMoment(appliedAt)}.` : 'Belum diterapkan.'}
          </p>
        </li>
      ))}
    </ul>
  );
}
