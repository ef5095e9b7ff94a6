import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { itemPath } from '@/lib/plan/kinds/all';
import type { ItemView } from '@/lib/plan/read/item';

/** What an indicator has to do with others: what was put together with it, shares its definition, or replaces it. */
export function Kin({ view: { item, merged, sharing, beside, indicators } }: { view: ItemView }) {
  const { successor, fields } = item;
  const isAlike = beside.some(({ key }) => key === 'similar');
  const replaced = indicators.find(({ id }) => id === fields.replacesId);
  if (merged.length === 0 && sharing.length === 0 && !isAlike && !successor && !replaced) return null;
  return (
    <ul>
      {merged.map(one => (
        <li key={one.id} className="line">
          <Icon name="copy" />
          <span>
            Gabungan dari{' '}
            {one.title === null ? (
              `isian ${one.departmentCode}`
            ) : (
              <>
                <Link href={itemPath(one)} prefetch={false}>
                  {one.title || 'isian tanpa nama'}
                </Link>{' '}
                ({one.departmentCode})
              </>
            )}
          </span>
        </li>
      ))}
      {sharing.length > 0 && (
        <li className="line">
          <Icon name="users" />
          <span>
            Definisi bersama dengan {sharing.length} OPD: {sharing.join(', ')}
          </span>
        </li>
      )}
      {successor && (
        <li className="line">
          <Icon name="arrow" />
          <span>
            Diganti mulai tahun {successor.year} oleh{' '}
            <Link href={itemPath({ kind: item.kind, id: successor.id })} prefetch={false}>
              {successor.name || 'indikator lain'}
            </Link>
          </span>
        </li>
      )}
      {replaced && (
        <li className="line">
          <Icon name="arrow" />
          <span>
            Menggantikan{' '}
            <Link href={itemPath({ kind: item.kind, id: replaced.id })} prefetch={false}>
              {replaced.name}
            </Link>
            {typeof fields.breakYear === 'number' && ` mulai tahun ${fields.breakYear}`}
          </span>
        </li>
      )}
      {isAlike && (
        <li className="line">
          <Icon name="copy" />
          <span>
            <Link href="/perencanaan/serupa" prefetch={false}>
              Bandingkan dengan indikator serupa
            </Link>
          </span>
        </li>
      )}
    </ul>
  );
}
