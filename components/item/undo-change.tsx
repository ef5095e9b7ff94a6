'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Fields } from '@/lib/plan/kinds/kind';
import { fieldId } from './field-id';
import { senderOf } from './sender';

type Props = { person: string; itemId: string; fields: Fields; label: string };

/** Puts values of before back, as a new change that goes the way of all typing. */
export function UndoChange({ person, itemId, fields, label }: Props) {
  const [isDone, setIsDone] = useState(false);
  const [first = ''] = Object.keys(fields);
  if (isDone) {
    return (
      <span className="small">
        {' '}
        Dipakai lagi dan disimpan. <a href={`#${fieldId(first)}`}>Lihat isian</a>
      </span>
    );
  }
  return (
    <Button
      kind="plain"
      type="button"
      className="undo"
      onClick={() => {
        const sender = senderOf(person);
        sender.change(itemId, fields);
        sender.flush();
        setIsDone(true);
      }}
    >
      {label}
    </Button>
  );
}
