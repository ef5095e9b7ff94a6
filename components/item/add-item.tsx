'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { saveChangesAction } from '@/lib/plan/actions';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { ItemKind, Years } from '@/lib/plan/kinds/kind';
import type { CatalogueEntry } from '@/lib/plan/read/catalogue';
import { prefersAll } from './form-steps';
import { CatalogueList, fieldsOf, useCatalogue } from './recognised';
import { senderOf, whenSaved } from './sender';

type Props = {
  /** Whom the page is drawn for. */
  person: string;
  kind: ItemKind;
  parent: { id: string; title: string } | null;
  dimensionId: string | null;
  departments: { id: string; code: string }[];
  plan: Years;
  /** Said instead of the kind's own words. */
  label?: string;
  /** It stands open, and the eye is elsewhere. */
  isOpen?: boolean;
  /** Somebody has just asked for it. */
  isAsked?: boolean;
};

/** A name, and the item exists as a draft; the rest is filled in on its own page. */
export function AddItem({
  person,
  kind,
  parent,
  dimensionId,
  departments,
  plan,
  isOpen = false,
  isAsked = false,
  ...rest
}: Props) {
  const [title, setTitle] = useKept(`baru.${person}.${kind}.${parent?.id ?? dimensionId ?? 'daerah'}`);
  const [open, setOpen] = useState(isOpen || isAsked);
  const [entry, setEntry] = useState<CatalogueEntry | null>(null);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const opener = useRef<HTMLButtonElement>(null);
  const field = useId();
  const attempt = useRef(new Attempt());
  const { label, addLabel, example, isLong, startsWith } = kinds[kind];
  const found = useCatalogue(title, open && isLong === true);

  function submit(form: FormData) {
    if (title.trim() === '') return setError(`Isi nama ${label.toLowerCase()}.`);
    const departmentId = String(form.get('department') ?? departments[0]?.id ?? '');
    startTransition(async () => {
      const create = { kind, parentId: parent?.id ?? null, dimensionId, departmentId };
      const chosen = entry && entry.title === title ? fieldsOf(entry, {}) : {};
      const fields = { ...startsWith?.(plan), ...chosen, title: title.trim() };
      const itemId = attempt.current.keyFor([fields, create]);
      const change = { mutationId: `${itemId}-awal`, itemId, version: 0, create, fields };
      const outcome = await ask(saveChangesAction({ person, changes: [change] }));
      if (!outcome.ok) return setError(outcome.message);
      setTitle('');
      await whenSaved(senderOf(person));
      // A full load, so that going back shows the tree with the new item in it.
      window.location.assign(
        `${itemPath({ kind, id: itemId })}${isLong && !prefersAll() ? '?langkah=1' : ''}`,
      );
    });
  }

  if (!open) {
    return (
      <Button kind="plain" type="button" icon="plus" ref={opener} onClick={() => setOpen(true)}>
        {rest.label ?? addLabel}
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
          autoComplete="off"
          readOnly={isPending}
          value={title}
          onChange={event => {
            setTitle(event.target.value);
            setError('');
          }}
        />
        <Button aria-disabled={isPending || undefined}>{isPending ? 'Menyimpan…' : 'Simpan draf'}</Button>
        <Button
          kind="second"
          type="button"
          onClick={() => {
            setOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        >
          Batal
        </Button>
      </div>
      <p className="hint" id={`${field}-hint`}>
        Contoh: {example}.
      </p>
      {isLong && (
        <CatalogueList
          found={found.filter(known => known.title !== title)}
          onChoose={chosen => {
            setEntry(chosen);
            setTitle(chosen.title);
          }}
        />
      )}
      {entry?.title === title && (
        <p className="small">Satuan, arah, definisi, dan sumber ikut terisi dari indikator baku.</p>
      )}
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </form>
  );
}
