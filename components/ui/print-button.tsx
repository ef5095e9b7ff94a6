'use client';

import { Button } from './button';

/** Prints the page as it stands. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button
      kind="second"
      type="button"
      icon="printer"
      className="needs-script"
      onClick={() => window.print()}
    >
      {children}
    </Button>
  );
}
