'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { focusSoon } from './focus';
import { Icon } from './icon';

const name = 'rembug.kabar-singkat';
const now = 'rembug:kabar-singkat';
const freshMs = 30_000;

/** Says on the next page what was just done. */
export function sayNext(text: string): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ text, at: Date.now() }));
  } catch {}
}

/** Says on this page what was just done, in place of what was said before. */
export function sayNow(text: string): void {
  window.dispatchEvent(new CustomEvent(now, { detail: text }));
}

/** What was just done; the region is there before the words, so that they are read aloud. */
export function Flash() {
  const path = usePathname();
  const [text, setText] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page asks again
  useEffect(() => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as { text: string; at: number } | null;
      // Words that were left lying belong to another page, perhaps to another person.
      const said = kept && Date.now() - kept.at < freshMs ? kept.text : '';
      sessionStorage.removeItem(name);
      setText(said);
      if (said !== '') focusSoon();
    } catch {}
  }, [path]);
  useEffect(() => {
    const hear = (event: Event) => setText(String((event as CustomEvent<string>).detail));
    window.addEventListener(now, hear);
    return () => window.removeEventListener(now, hear);
  }, []);
  return (
    <div className="flash" role="status" aria-label="Yang baru terjadi">
      {text && (
        <p>
          <Icon name="done" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
