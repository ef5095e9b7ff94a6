import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { ArchivedRow } from '@/lib/plan/read/archive';
import { Restore } from './restore';

/** What was put away, latest first, each with the way back. */
export function ArchiveList({ rows, person }: { rows: ArchivedRow[]; person: string }) {
  return (
    <>
      <PageHead title="Arsip isian" back={{ href: '/perencanaan', label: 'Isian per dimensi' }}>
        <p className="lead">Isian yang diarsipkan tidak ikut dalam rencana. Isinya tetap tersimpan.</p>
      </PageHead>
      {rows.length === 0 ? (
        <div className="panel">
          <EmptyState>Arsip kosong. Isian yang Anda arsipkan muncul di sini dan dapat dipulihkan.</EmptyState>
        </div>
      ) : (
        <ul className="panel rows with-list">
          {rows.map(row => (
            <li key={row.id} className="row archived">
              <p className="code">
                {[kinds[row.kind].label, row.code].filter(Boolean).join(' ')}, {row.departmentCode}
              </p>
              <Link className="title" href={itemPath(row)} prefetch={false}>
                {row.title || `${kinds[row.kind].label} tanpa nama`}
              </Link>
              <p className="small muted">
                {row.isMerged ? 'Digabung' : 'Diarsipkan'} {showMoment(row.at)}
              </p>
              {row.canRestore && <Restore person={person} item={row} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
