import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import type { WithoutSuccessor } from '@/lib/people/read/without-successor';
import { itemPath, kinds } from '@/lib/plan/kinds/all';

const mostShown = 50;

/** Items that a department which has ended still holds; there must be none before the plan is ratified. */
export function WithoutSuccessorReport({ items }: { items: readonly WithoutSuccessor[] }) {
  return (
    <section className="section succession-step" aria-labelledby="tanpa-penerus">
      <h2 id="tanpa-penerus">Isian tanpa penerus</h2>
      {items.length === 0 ? (
        <p className="icon-line">
          <Icon name="done" />
          <span>Tidak ada. Setiap isian dipegang OPD yang masih berjalan.</span>
        </p>
      ) : (
        <>
          <p>
            <strong>{items.length} isian</strong> masih dipegang OPD yang sudah berakhir. Alihkan semuanya
            sebelum pengesahan.
          </p>
          <ul className="offer-lines">
            {items.slice(0, mostShown).map(({ id, kind, title, code, department, departmentId, as }) => (
              <li key={`${id} ${departmentId} ${as}`}>
                <Link href={itemPath({ id, kind })} prefetch={false}>
                  {title || `${kinds[kind].label} tanpa nama`}
                </Link>{' '}
                <span className="muted">
                  {code && `${code}, `}
                  {as === 'owner' ? 'diampu' : 'didukung'} {department}
                </span>
              </li>
            ))}
          </ul>
          {items.length > mostShown && <p className="hint">Dan {items.length - mostShown} isian lagi.</p>}
        </>
      )}
    </section>
  );
}
