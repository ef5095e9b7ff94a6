'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Attempt, ask } from '@/lib/live/ask';
import { saveChangesAction } from '@/lib/plan/actions';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import './sender';

type Props = {
  kind: ItemKind;
  parent: { id: string; title: string } | null;
  dimensionId: string | null;
  departments: { id: string; code: string }[];
  isOpen?: boolean;
};

/** A name, and the item exists as a draft; the rest is filled in on its own page. */
export function AddItem({ kind, parent, dimensionId, departments, isOpen = false }: Props) {
  const [open, setOpen] = useState(isOpen);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const field = useId();
  const attempt = useRef(new Attempt());
  const { label, addLabel, example } = kinds[kind];

  function submit(form: FormData) {
    const title = String(form.get('title') ?? '').trim();
    if (title === '') return setError(`Isi nama ${label.toLowerCase()}.`);
    const departmentId = String(form.get('department') ?? departments[0]?.id ?? '');
    startTransition(async () => {
      const create = { kind, parentId: parent?.id ?? null, dimensionId, departmentId };
      const itemId = attempt.current.keyFor([title, create]);
      const change = { mutationId: `${itemId}-awal`, itemId, version: 0, create, fields: { title } };
      const outcome = await ask(saveChangesAction({ changes: [change] }));
      // A full load, so that going back shows the tree with the new item in it.
      if (outcome.ok) window.location.assign(itemPath({ kind, id: itemId }));
      else setError(outcome.message);
    });
  }

  if (!open) {
    return (
      <Button kind="plain" type="button" icon="plus" onClick={() => setOpen(true)}>
        {addLabel}
        {parent && <span className="only-read"> di bawah {parent.title}</span>}
      </Button>
    );
  }
  return (
    <form
      className="quick-add add-line is-open"
      onSubmit={event => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <label className="label" htmlFor={field}>
        Nama {label.toLowerCase()} baru
      </label>
      {departments.length > 1 && (
        <select className="input" name="department" aria-label="OPD pengampu">
          {departments.map(({ id, code }) => (
            <option key={id} value={id}>
              {code}
            </option>
          ))}
        </select>
      )}
      <div className="quick-add-line">
        <input
          className="input"
          id={field}
          name="title"
          ref={input => {
            if (!isOpen) input?.focus();
          }}
          aria-describedby={`${field}-hint`}
          onChange={() => setError('')}
        />
        <Button aria-disabled={isPending || undefined}>{isPending ? 'Menyimpan…' : 'Simpan draf'}</Button>
        <Button kind="second" type="button" onClick={() => setOpen(false)}>
          Batal
        </Button>
      </div>
      <p className="hint" id={`${field}-hint`}>
        Contoh: {example}.
      </p>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </form>
  );
}
