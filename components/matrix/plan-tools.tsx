import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { PrintButton } from '@/components/ui/print-button';
import { type MatrixFilter, type MatrixView, queryOf } from '@/lib/plan/matrix-filter';

const formats = [
  ['xlsx', 'Excel'],
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['csv', 'CSV'],
] as const;

/** Where the plan is talked over and decided on. */
const rooms = [
  ['/ipm', 'Rantai IPM'],
  ['/prioritas', 'Prioritas'],
  ['/sidang', 'Sidang Dewan'],
  ['/presentasi', 'Presentasi'],
  ['/pengesahan', 'Pengesahan'],
] as const;

type Props = {
  filter: MatrixFilter;
  view: MatrixView;
  /** To guests the rooms beside the plan are shut. */
  isGuest?: boolean;
};

/** What can be done with the plan as it is shown: take it out, print it, look at it otherwise. */
export function PlanTools({ filter, view, isGuest = false }: Props) {
  const other = { ...view, isDense: !view.isDense };
  const { paper } = view;
  const otherPaper = { ...view, paper: paper === 'f4' ? undefined : ('f4' as const) };
  return (
    <div className="plan-tools">
      <details className="take-out">
        <summary className="button button-second">
          <Icon name="download" />
          Unduh
        </summary>
        <ul>
          {formats.map(([format, name]) => (
            <li key={format}>
              <a href={`/rencana/unduh.${format}${queryOf(filter, { paper })}`}>{name}</a>
            </li>
          ))}
          <li>
            <Link href="/unduhan" prefetch={false}>
              Unduhan saya
            </Link>
          </li>
        </ul>
      </details>
      {!isGuest && (
        <details className="take-out">
          <summary className="button button-second">
            <Icon name="eye" />
            Bahas
          </summary>
          <ul>
            {rooms.map(([href, name]) => (
              <li key={href}>
                <Link href={href} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <PrintButton>Cetak</PrintButton>
      <ul className="ways">
        <li>
          <Link href={`/rencana/pohon${queryOf({ dimension: filter.dimension })}`} prefetch={false}>
            Pohon
          </Link>
        </li>
        {!isGuest && (
          <>
            <li>
              <Link href="/keselarasan" prefetch={false}>
                Keselarasan
              </Link>
            </li>
            <li>
              <Link href="/versi" prefetch={false}>
                Versi
              </Link>
            </li>
          </>
        )}
        <li>
          <Link href={`/rencana${queryOf(filter, other)}`} prefetch={false}>
            {view.isDense ? 'Baris lega' : 'Baris rapat'}
          </Link>
        </li>
        <li>
          <Link href={`/rencana${queryOf(filter, otherPaper)}`} prefetch={false}>
            {paper === 'f4' ? 'Kertas A4' : 'Kertas F4'}
          </Link>
        </li>
      </ul>
    </div>
  );
}
