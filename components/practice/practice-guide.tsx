'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { Side } from '@/lib/access/practice';
import type { Guide } from '@/lib/practice/steps';
import { DeedButton } from './deed-button';

export type GuideProps = { person: string; side: Side; first: Guide; revision: number };

const kept = 'rembug-panduan';
const askMs = 15_000;

/** The step of now with the way to it, brought up to date as the plan is; folded away for as long as one likes. */
export default function PracticeGuide({ person, side, first, revision }: GuideProps) {
  const path = usePathname();
  const [guide, setGuide] = useState(first);
  const [isOpen, setIsOpen] = useState(true);
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => setGuide(first), [first]);
  useEffect(() => {
    // Somebody may have folded it away before this was there to notice.
    if (box.current && !box.current.open) sessionStorage.setItem(kept, 'tutup');
    setIsOpen(sessionStorage.getItem(kept) !== 'tutup');
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the place to go to is drawn by now
  useEffect(focusPlace, [path]);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      if (document.hidden) return;
      const answer = await fetch(`/latihan/langkah?orang=${person}`, { cache: 'no-store' }).catch(() => null);
      const now = answer?.ok ? await answer.json().catch(() => null) : null;
      if (now && !isGone) setGuide(now);
    };
    const timer = setInterval(look, askMs);
    let stop = () => {};
    // The page itself listens already; it need not wait for this.
    void import('@/lib/live/subscription').then(({ subscribe }) => {
      if (!isGone) stop = subscribe(person, revision, () => void look());
    });
    return () => {
      isGone = true;
      clearInterval(timer);
      stop();
    };
  }, [person, revision]);

  const { steps, at, title, text } = guide;
  return (
    <details
      className="practice-guide"
      open={isOpen}
      ref={box}
      onToggle={({ currentTarget: { open } }) => {
        // A browser tells, too, of what is drawn open from the start or folded by this page itself.
        if (open === isOpen) return;
        setIsOpen(open);
        sessionStorage.setItem(kept, open ? 'buka' : 'tutup');
      }}
    >
      <summary>
        <span className="practice-word">LATIHAN</span>{' '}
        <span role="status">
          {at === null
            ? `Selesai dalam ${guide.minutes} menit`
            : `Langkah ${at + 1} dari ${steps.length}: ${title}`}
        </span>
      </summary>
      <div className="practice-now">
        <p>{text}</p>
        <NextDeed guide={guide} person={person} side={side} />
      </div>
    </details>
  );
}

function NextDeed({
  guide: { at, link, side: wanted },
  person,
  side,
}: Omit<GuideProps, 'first' | 'revision'> & { guide: Guide }) {
  if (at === null)
    return (
      <>
        <DeedButton person={person} deed="keluar">
          Kembali ke pekerjaan sesungguhnya
        </DeedButton>
        <a className={buttonClass('second')} href="/latihan">
          Apa yang sudah dipelajari
        </a>
      </>
    );
  if (!link)
    return (
      <DeedButton person={person} deed="ulang">
        Mulai lagi
      </DeedButton>
    );
  if (wanted !== side)
    return (
      <DeedButton person={person} deed="peran" fields={{ peran: wanted, ke: link.href }}>
        Ganti peran: {wanted === 'reviewer' ? 'koordinator' : 'OPD'}
      </DeedButton>
    );
  return (
    <a className={buttonClass()} href={link.href} onClick={() => requestAnimationFrame(focusPlace)}>
      {link.label}
    </a>
  );
}

/** The field or button that the address names has the focus, not only a place in view. */
function focusPlace() {
  const { hash } = window.location;
  if (!/^#(isian|langkah|catatan)/.test(hash)) return;
  const place = document.getElementById(hash.slice(1));
  // A group of choices is entered at its first one.
  const control = place?.matches('fieldset') ? place.querySelector('input') : place;
  control?.focus();
}
