import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { Years } from '@/lib/plan/kinds/kind';
import type { ArchivedItem } from '@/lib/plan/read/item';
import { History } from './history';
import { Restore } from './restore';
import { Unsent } from './unsent';

type Props = { archived: ArchivedItem; person: string; plan: Years };

/** An item that was put away: who did it, when, what was typed too late, what happened before, and the way back. */
export function ArchivedPage({ archived, person, plan }: Props) {
  const { item, title, by, at, canRestore, mergedInto, canUnmerge, history, threads } = archived;
  const label = kinds[item.kind].label;
  return (
    <>
      <PageHead
        back={{ href: '/perencanaan/arsip', label: 'arsip' }}
        eyebrow={mergedInto ? `${label} digabung` : `${label} diarsipkan`}
        title={title || `${label} tanpa nama`}
      >
        {mergedInto ? (
          <>
            <p className="lead">
              Digabung ke{' '}
              {mergedInto.title === null ? (
                `isian ${mergedInto.departmentCode}`
              ) : (
                <>
                  <Link href={itemPath(mergedInto)} prefetch={false}>
                    {mergedInto.title || 'isian tanpa nama'}
                  </Link>{' '}
                  ({mergedInto.departmentCode})
                </>
              )}{' '}
              oleh {by}, {showMoment(at)}.
            </p>
            {mergedInto.reason && <p>“{mergedInto.reason}”</p>}
          </>
        ) : (
          <p className="lead">
            {by} mengarsipkannya {showMoment(at)}. Isinya tetap ada dan tidak ikut dalam rencana.
          </p>
        )}
      </PageHead>
      <Unsent person={person} itemId={item.id} kind={item.kind} plan={plan} />
      {canRestore && <Restore person={person} item={{ id: item.id, version: item.version, title }} />}
      {canUnmerge && (
        <div className="actions">
          <ButtonLink kind="second" href="/perencanaan/serupa#digabung">
            Batalkan penggabungan
          </ButtonLink>
        </div>
      )}
      <Fold summary={`Riwayat, ${history.length} catatan`} icon="history" open={mergedInto !== null}>
        <History told={history} />
      </Fold>
      {threads.length > 0 && (
        <Fold summary={`Percakapan, ${threads.length} topik`} icon="note" open={mergedInto !== null}>
          <ul className="past">
            {threads.flatMap(({ about, said }) =>
              said.map(one => (
                <li key={one.id}>
                  <strong>{one.by}</strong> tentang {about.toLowerCase()}, {showMoment(one.at)}
                  <p>{one.text}</p>
                </li>
              )),
            )}
          </ul>
        </Fold>
      )}
    </>
  );
}
