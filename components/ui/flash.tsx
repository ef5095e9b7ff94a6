'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Icon } from './icon';

const name = 'rembug.kabar-singkat';

/** Says on the next page what was just done. */
export function sayNext(text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {}
}

/** What was just done, on the page that follows; the region is there before, so that it is read aloud. */
export function Flash() {
  const path = usePathname();
  const [text, setText] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page asks again
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(name) ?? '');
      sessionStorage.removeItem(name);
    } catch {}
  }, [path]);
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
