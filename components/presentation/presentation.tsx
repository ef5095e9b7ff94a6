'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { watch } from '@/components/matrix/watch';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { Icon } from '@/components/ui/icon';
import { type Deck, lastScreen, screenPath, screensOf, screenTitle } from '@/lib/council/deck';
import { OneDimension, OpenScreen, WholeScreen } from './screens';
import { stepOf, type Touch, turnOf } from './steps';

type Props = {
  first: Deck;
  person: string;
  /** The plan's revision that it was drawn at. */
  revision: number;
};

/**
 * The plan for a projector, one screen at a time: by keys, by swiping, by links. What is shown follows the plan
 * by itself; nobody's place is ever moved.
 */
export function Presentation({ first, person, revision }: Props) {
  const [deck, setDeck] = useState(first);
  const [said, setSaid] = useState('Perubahan tampil sendiri');
  const box = useRef<HTMLElement>(null);
  const touch = useRef<Touch>(null);
  const path = usePathname();
  const screens = screensOf(deck);
  const here = Math.max(
    0,
    screens.findIndex(screen => screenPath(screen) === path),
  );
  const at = useRef(here);
  at.current = here;
  const count = screens.length;

  // The address changes, the page stays: nothing is fetched, so a bad network holds nobody up.
  const go = useCallback(
    (to: number) => {
      const place = Math.min(Math.max(to, 0), count - 1);
      if (place !== at.current) window.history.pushState(null, '', screenPath(screensOf(deck)[place] ?? ''));
    },
    [deck, count],
  );

  useEffect(() => {
    const title = screenTitle(deck, screensOf(deck)[here] ?? '');
    document.title = document.title.replace(/Presentasi.*(?= – )/, title);
  }, [deck, here]);

  useEffect(() => {
    const take = (next: Deck, time: string) => {
      setDeck(next);
      setSaid(`Diperbarui ${time}`);
    };
    const asked = { address: '/presentasi/data', etag: first.etag, person, revision, isWhole: true };
    return watch(asked, take, setSaid);
  }, [first.etag, person, revision]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = stepOf(event, at.current, count);
      if (to === null) return;
      event.preventDefault();
      go(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go, count]);

  const last = useRef(here);
  useEffect(() => {
    if (last.current === here) return;
    last.current = here;
    window.scrollTo(0, 0);
    box.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [here]);

  const follow = (to: number) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  const way = (to: number, rel: 'prev' | 'next') => (
    <Way {...{ deck, rel, screen: screens[to], onClick: follow(to) }} />
  );

  return (
    <main
      className="deck"
      id="isi"
      ref={box}
      onTouchStart={({ touches }) => {
        const finger = touches.length === 1 ? touches[0] : undefined;
        touch.current = finger ? { x: finger.clientX, y: finger.clientY } : null;
      }}
      onTouchEnd={({ changedTouches }) => {
        const finger = changedTouches[0];
        const turn = finger ? turnOf(touch.current, { x: finger.clientX, y: finger.clientY }) : 0;
        if (turn !== 0) go(here + turn);
      }}
    >
      <div className="deck-line">
        <Link href="/sidang" prefetch={false}>
          <Icon name="back" />
          Tutup presentasi
        </Link>
        <p role="status">{said}</p>
      </div>
      {screens.map((screen, place) => {
        const dimension = deck.screens.find(({ slug }) => slug === screen);
        const isShown = place === here;
        return (
          <section
            key={screen}
            className={`deck-screen${isShown ? ' is-shown' : ''}`}
            style={dimension ? dimensionStyle(dimension.colour) : undefined}
          >
            {dimension && <OneDimension screen={dimension} isShown={isShown} />}
            {screen === '' && <WholeScreen deck={deck} isShown={isShown} />}
            {screen === lastScreen && <OpenScreen open={deck.open} isShown={isShown} />}
          </section>
        );
      })}
      <nav className="deck-ways" aria-label="Layar">
        {way(here - 1, 'prev')}
        <p>
          <span className="number">
            {here + 1} dari {count}
          </span>
          <span className="deck-tip">, tombol panah kiri dan kanan</span>
        </p>
        {way(here + 1, 'next')}
      </nav>
    </main>
  );
}

type WayProps = {
  deck: Deck;
  rel: 'prev' | 'next';
  screen: string | undefined;
  onClick: (event: MouseEvent) => void;
};

function Way({ deck, rel, screen, onClick }: WayProps) {
  if (screen === undefined) return <span />;
  const name = deck.screens.find(({ slug }) => slug === screen)?.name;
  return (
    <a href={screenPath(screen)} {...{ rel, onClick }}>
      {rel === 'prev' && <Icon name="back" />}
      <span className="only-read">{rel === 'prev' ? 'Sebelumnya: ' : 'Berikutnya: '}</span>
      {name ?? (screen === '' ? 'Seluruh rencana' : 'Yang masih terbuka')}
      {rel === 'next' && <Icon name="forward" />}
    </a>
  );
}
