import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { kinds } from '@/lib/plan/kinds/all';
import type { Years } from '@/lib/plan/kinds/kind';
import type { ArchivedItem } from '@/lib/plan/read/item';
import { Restore } from './restore';
import { Unsent } from './unsent';

type Props = { archived: ArchivedItem; person: string; plan: Years };

/** An item that was put away: who did it, when, what was typed too late, and the way back. */
export function ArchivedPage({ archived, person, plan }: Props) {
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
      <Unsent person={person} itemId={item.id} kind={item.kind} plan={plan} />
      {canRestore && <Restore person={person} item={{ id: item.id, version: item.version, title }} />}
    </>
  );
}
