import { useEffect, useRef } from 'react';
import { Chip } from '@/components/ui/chip';
import { showClock } from '@/components/ui/moment';
import type { Wall } from '@/lib/hall/read/wall';
import { showPage } from './pages-of';

type Props = Pick<Wall, 'changes' | 'dimensions'>;

/** What happened last, as many as fit. */
export function WallChanges({ changes, dimensions }: Props) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new entries may be longer
  useEffect(() => {
    const show = () => list.current && showPage(list.current, 0);
    show();
    document.fonts.ready.then(show);
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [changes]);
  return (
    <section className="wall-news" aria-labelledby="baru">
      <h2 id="baru">Perubahan terakhir</h2>
      {changes.length === 0 && <p>Belum ada. Isian pertama akan tampil di sini.</p>}
      <ol ref={list}>
        {changes.map(({ id, at, who, deed, dimensionId, title }) => {
          const dimension = dimensions.find(one => one.id === dimensionId);
          return (
            <li key={`${id} ${at}`}>
              <p>
                <span className="wall-at number">{showClock(at)}</span> <strong>{who}</strong>
                {deed}
              </p>
              {(dimension || title) && (
                <p className="wall-what">
                  {dimension && <Chip code={dimension.code} colour={dimension.colour} />} {title}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
