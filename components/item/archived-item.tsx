import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { kinds } from '@/lib/plan/kinds/all';
import type { ArchivedItem } from '@/lib/plan/read/item';
import { Restore } from './restore';

/** An item that was put away: who did it, when, and the way back. */
export function ArchivedPage({ archived, person }: { archived: ArchivedItem; person: string }) {
  const { item, title, by, at, canRestore } = archived;
  const label = kinds[item.kind].label;
  return (
    <>
      <PageHead
        back={{ href: '/perencanaan/arsip', label: 'arsip' }}
        eyebrow={`${label} diarsipkan`}
        title={title || `${label} tanpa nama`}
      >
        <p className="lead">
          {by} mengarsipkannya {showMoment(at)}. Isinya tetap ada dan tidak ikut dalam rencana.
        </p>
      </PageHead>
      {canRestore && <Restore person={person} item={{ id: item.id, version: item.version, title }} />}
    </>
  );
}
