import { useCallback, useEffect, useState } from 'react';

/**
 * A text that survives a reload, a crash or a closed page: kept in this browser until it is sent or its
 * writer signs out.
 * @param key what the text is for; begins with a word and then the person
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
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {}
}

/** Empties this browser of the texts that a person began. */
export function forgetTexts(person: string): void {
  try {
    const names = Object.keys(localStorage).filter(name => name.split('.')[2] === person);
    for (const name of names) localStorage.removeItem(name);
  } catch {}
}
