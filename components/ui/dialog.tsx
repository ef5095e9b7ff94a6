'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';

export type DialogProps = { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

/** A native modal: Esc closes it and the browser gives the focus back to what opened it. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return;
    if (!open) return dialog.close();
    dialog.showModal();
    // By itself the browser would choose the close button, which is the last thing wanted.
    const field = dialog.querySelector<HTMLElement>('textarea, input:not([type=hidden], [type=checkbox])');
    (field ?? dialog.querySelector('h2'))?.focus();
  }, [open]);

  return (
    <dialog className="dialog" ref={box} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button
          className="dialog-close"
          type="button"
          aria-label="Tutup"
          onClick={() => box.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {open && children}
    </dialog>
  );
}
