'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';

const never = () => () => {};

/** Absent until the page runs script: without it the button could do nothing. */
export function PasswordToggle({ inputId }: { inputId: string }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isShown, setShown] = useState(false);
  if (!hasScript) return null;

  function toggle() {
    const input = document.getElementById(inputId);
    if (input instanceof HTMLInputElement) input.type = isShown ? 'password' : 'text';
    setShown(!isShown);
  }

  return (
    <Button kind="second" type="button" icon="eye" aria-controls={inputId} onClick={toggle}>
      {isShown ? 'Sembunyikan' : 'Tampilkan'}
      <span className="only-read"> kata sandi</span>
    </Button>
  );
}
