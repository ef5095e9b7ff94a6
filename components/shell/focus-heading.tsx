'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** After moving to another page the reader's place is its heading, as after a full load. */
export function FocusHeading() {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [path]);
  return null;
}
