import { useEffect, useRef, useState } from 'react';
import type { Wall } from '@/lib/hall/read/wall';
import { showPage } from './pages-of';
import { ShareBar } from './wall-dimensions';

const turnMs = 12_000;

/** All departments, a page at a time when they do not fit. Space stops and goes on, the arrow keys turn. */
export function WallDepartments({ departments }: { departments: Wall['departments'] }) {
  const list = useRef<HTMLUListElement>(null);
  const place = useRef({ from: 0, to: 0, next: 0 });
  const [said, setSaid] = useState('');
  const count = departments.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: new figures may need more room
  useEffect(() => {
    let isStopped = false;
    const show = (start: number) => {
      if (!list.current) return;
      place.current = showPage(list.current, start);
      const { from, to } = place.current;
      setSaid(to - from < count ? `${from + 1} sampai ${to} dari ${count}` : `${count}`);
    };
    const again = () => show(place.current.from);
    const turn = () => !isStopped && show(place.current.next);
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === ' ') isStopped = !isStopped;
      if (key === 'ArrowRight') show(place.current.next);
      if (key === 'ArrowLeft') show(0);
    };
    again();
    // The letters may come after the page, and are wider.
    document.fonts.ready.then(again);
    const timer = setInterval(turn, turnMs);
    window.addEventListener('resize', again);
    window.addEventListener('keydown', onKey);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', again);
      window.removeEventListener('keydown', onKey);
    };
  }, [departments, count]);

  return (
    <section className="wall-departments" aria-labelledby="opd">
      <h2 id="opd">
        OPD <span className="number">{said}</span>
      </h2>
      <ul ref={list}>
        {departments.map(({ id, label, ...share }) => (
          <li key={id}>
            <span className="wall-who">{label}</span>{' '}
            <span className="number">
              {share.items === 0 ? 'belum' : `${share.handedIn} dari ${share.items}`}
              <span className="only-read">
                {share.items === 0 ? ' mulai' : ` diajukan, ${share.approved} disetujui`}
              </span>
            </span>
            <ShareBar {...share} />
          </li>
        ))}
      </ul>
    </section>
  );
}
