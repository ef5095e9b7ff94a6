'use client';

import { useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { addCommentAction } from '@/lib/plan/actions';
import type { Thread } from '@/lib/plan/read/threads';
import { TalkThread } from './talk-thread';

type Props = {
  /** Whom the page is drawn for. */
  person: { id: string; name: string };
  itemId: string;
  threads: Thread[];
  /** Fields that can be spoken about. */
  fields: { path: string; label: string }[];
  /** Left out: may speak. Who only reads begins nothing. */
  isReader?: boolean;
};

/** The conversations about an item: open ones, a way to begin one, and those that are settled. */
export function Talk({ person, itemId, threads: given, fields, isReader }: Props) {
  const [threads, setThreads] = useState(given);
  useEffect(() => setThreads(given), [given]);
  const open = threads.filter(({ settledBy }) => settledBy === null);
  const settled = threads.filter(({ settledBy }) => settledBy !== null);
  const replace = (thread: Thread) =>
    setThreads(before => before.map(known => (known.id === thread.id ? thread : known)));
  const show = (thread: Thread) => (
    <TalkThread key={thread.id} person={person} itemId={itemId} thread={thread} onChange={replace} />
  );
  return (
    <section className="talk" aria-labelledby="percakapan">
      <h2 id="percakapan">Percakapan{open.length > 0 && `, ${open.length} belum selesai`}</h2>
      {open.map(show)}
      {!isReader && (
        <Begin
          {...{ person, itemId, fields }}
          onBegun={thread => setThreads(before => [...before, thread])}
        />
      )}
      {settled.length > 0 && (
        <Fold summary={`${settled.length} percakapan selesai`}>{settled.map(show)}</Fold>
      )}
    </section>
  );
}

type BeginProps = Omit<Props, 'threads' | 'isReader'> & { onBegun: (thread: Thread) => void };

function Begin({ person, itemId, fields, onBegun }: BeginProps) {
  const [text, setText] = useKept(`komentar.${person.id}.${itemId}`);
  const [isOpen, setIsOpen] = useState(false);
  const [field, setField] = useState('');
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const area = useRef<HTMLTextAreaElement>(null);

  // The note beside a field's label is a link to #komentar-<field>.
  const paths = fields.map(({ path }) => path).join(' ');
  useEffect(() => {
    const take = () => {
      const wanted = /^#komentar-([A-Za-z0-9.-]+)$/.exec(window.location.hash)?.[1];
      if (wanted === undefined || !paths.split(' ').includes(wanted)) return;
      setField(wanted);
      setIsOpen(true);
      requestAnimationFrame(() => area.current?.focus());
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [paths]);

  function send() {
    if (text.trim() === '') return setError('Tulis komentarnya dulu.');
    setError('');
    startTransition(async () => {
      const said = { itemId, field: field || null, threadId: null, text };
      const mutationId = attempt.current.keyFor(said);
      const outcome = await ask(addCommentAction({ person: person.id, mutationId, ...said }));
      if (!outcome.ok) return setError(outcome.message);
      attempt.current.forget();
      setText('');
      setIsOpen(false);
      setField('');
      onBegun({
        ...{ id: mutationId, field: said.field, isNote: false, settledBy: null, canSettle: true },
        about: fields.find(({ path }) => path === field)?.label ?? 'Seluruh isian',
        said: [
          { id: mutationId, by: person.name, isMine: true, isNew: false, at: outcome.at, text: text.trim() },
        ],
      });
    });
  }

  if (!isOpen && text === '') {
    return (
      <div className="talk-begin">
        <Button
          kind="second"
          type="button"
          icon="note"
          onClick={() => {
            setIsOpen(true);
            requestAnimationFrame(() => area.current?.focus());
          }}
        >
          Tulis komentar
        </Button>
      </div>
    );
  }
  return (
    <div className="talk-begin">
      <label className="label" htmlFor="komentar">
        Tulis komentar
      </label>
      <textarea
        className="input"
        id="komentar"
        rows={2}
        maxLength={2000}
        readOnly={isPending}
        ref={area}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <label className="small" htmlFor="komentar-tentang">
        Tentang
      </label>
      <select
        className="input"
        id="komentar-tentang"
        value={field}
        onChange={event => setField(event.target.value)}
      >
        <option value="">Seluruh isian</option>
        {fields.map(({ path, label }) => (
          <option key={path} value={path}>
            {label}
          </option>
        ))}
      </select>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <div className="actions">
        <Button
          kind="second"
          type="button"
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && send()}
        >
          {isPending ? 'Mengirim…' : 'Kirim komentar'}
        </Button>
        <Button
          kind="plain"
          type="button"
          onClick={() => {
            setText('');
            setField('');
            setError('');
            setIsOpen(false);
          }}
        >
          Batal
        </Button>
      </div>
    </div>
  );
}
