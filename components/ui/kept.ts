import { useCallback, useEffect, useState } from 'react';

/**
 * A text that survives a reload of the page: kept in this tab until it is sent.
 * @param key what the text is for, such as the person and the item
 */
export function useKept(key: string): [string, (text: string) => void] {
  const name = `rembug.${key}`;
  const [text, setText] = useState('');
  useEffect(() => setText(read(name)), [name]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      write(name, next);
    },
    [name],
  );
  return [text, keep];
}

// A browser may refuse storage altogether; then the text lives as long as the page.
function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {}
}
