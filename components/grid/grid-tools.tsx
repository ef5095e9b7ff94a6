import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Span } from './walking';

type Deeds = 'clear' | 'fillRight' | 'fillDown' | 'copyYears' | 'line';

type Props = {
  tools: Record<Deeds, (span: Span) => void> & {
    undo: () => void;
    redo: () => void;
    paste: (text: string, span: Span) => void;
    /** Every row of the block as an indicator of its own. */
    pasteBelow: (text: string) => void;
  };
  /** What is chosen at this moment. */
  span: () => Span;
  canUndo: boolean;
  /** Something is proposed and waits for an answer. */
  isOffered: boolean;
};

/** Those for many cells are left out on a phone, where one is chosen at a time. */
const deeds: [deed: Deeds, label: string, hint: string, isForMany?: boolean][] = [
  ['fillRight', 'Isi ke kanan', 'Ctrl+R', true],
  ['fillDown', 'Isi ke bawah', 'Ctrl+D', true],
  ['copyYears', 'Salin tahun sebelumnya', ''],
  ['line', 'Lurus ke tahun akhir', 'Dari kondisi awal ke tahun akhir: usulan dulu'],
  ['clear', 'Kosongkan', '', true],
];

/** What can be done with the chosen cells without a keyboard. */
export function GridTools({ tools, span, canUndo, isOffered }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [isBelow, setIsBelow] = useState(false);
  const take = (pasted: string) => {
    setIsOpen(false);
    setText('');
    if (isBelow) tools.pasteBelow(pasted);
    else tools.paste(pasted, span());
  };
  if (isOffered) return null;
  return (
    <div className="grid-tools" role="toolbar" aria-label="Alat tabel">
      <Button type="button" kind="second" icon="table" onClick={() => setIsOpen(true)}>
        Tempel dari Excel
      </Button>
      {deeds.map(([deed, label, hint, isForMany]) => (
        <Button
          key={deed}
          type="button"
          kind="plain"
          className={isForMany ? 'for-many' : undefined}
          title={hint || undefined}
          onClick={() => tools[deed](span())}
        >
          {label}
        </Button>
      ))}
      {canUndo && (
        <Button type="button" kind="plain" icon="return" title="Ctrl+Z" onClick={tools.undo}>
          Urungkan
        </Button>
      )}
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Tempel dari Excel">
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault();
            if (text !== '') take(text);
          }}
        >
          <fieldset className="offer-habit">
            <legend>Ke mana?</legend>
            {[false, true].map(below => (
              <label key={String(below)}>
                <input
                  type="radio"
                  name="below"
                  checked={isBelow === below}
                  onChange={() => setIsBelow(below)}
                />
                {below ? 'Jadikan indikator baru' : 'Mulai dari sel yang dipilih'}
              </label>
            ))}
          </fieldset>
          <p>Salin sel di Excel, LibreOffice, atau Google Sheets. Tempel di kotak ini.</p>
          <textarea
            className="input"
            rows={6}
            aria-label="Sel yang disalin"
            value={text}
            onPaste={event => {
              event.preventDefault();
              take(event.clipboardData.getData('text/plain'));
            }}
            onChange={event => setText(event.target.value)}
          />
          <p className="hint">
            Urutan kolom harus seperti di tabel. Anda memeriksanya dulu sebelum disimpan.
          </p>
          <div className="actions">
            <Button>Periksa tempelan</Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
