'use client';

import { useRef, useState } from 'react';
import { Button } from './button';

/** A text to be pasted elsewhere. `{asal}` in it becomes this site's address. */
export function CopyText({ text, label, id = 'teks-salinan' }: { text: string; label: string; id?: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  async function copy() {
    const area = box.current;
    if (!area) return;
    area.select();
    const isCopied = await navigator.clipboard?.writeText(area.value).then(
      () => true,
      () => false,
    );
    // No clipboard without TLS: what is selected is copied in the old way, or is one key away from it.
    const isDone = isCopied || document.execCommand('copy');
    setSaid(
      isDone
        ? 'Tersalin. Tempelkan di WhatsApp.'
        : 'Teks sudah dipilih. Tekan Ctrl+C, atau tahan lalu pilih Salin.',
    );
  }

  return (
    <div className="copy-text">
      <label className="only-read" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="input"
        id={id}
        readOnly
        rows={6}
        ref={box}
        value={typeof window === 'undefined' ? text : text.replaceAll('{asal}', window.location.origin)}
        suppressHydrationWarning
      />
      <div className="actions">
        <Button kind="second" type="button" icon="copy" onClick={copy}>
          Salin teks
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
