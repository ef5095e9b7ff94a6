'use client';

import { useRef, useState } from 'react';
import { Button } from './button';

/** A text to be pasted elsewhere. `{asal}` in it becomes this site's address. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  async function copy() {
    const area = box.current;
    if (!area) return;
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      setSaid('Tersalin. Tempelkan di WhatsApp.');
    } catch {
      // No clipboard without TLS: the text is selected, copying it is one key away.
      setSaid('Teks sudah dipilih. Tekan Ctrl+C, atau tahan lalu pilih Salin.');
    }
  }

  return (
    <div className="copy-text">
      <label className="only-read" htmlFor="teks-salinan">
        {label}
      </label>
      <textarea
        className="input"
        id="teks-salinan"
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
