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
  const [isBarred, setIsBarred] = useState(false);
  const [first = ''] = Object.keys(fields);
  if (isDone) {
    return (
      <span className="small">
        {' '}
        Dipakai lagi dan disimpan. <a href={`#${fieldId(first)}`}>Lihat isian</a>
      </span>
    );
  }
  if (isBarred) {
    return (
      <span className="small">
        {' '}
        Di isian ini ada ketikan yang belum tersimpan. <a href={`#${fieldId(first)}`}>Selesaikan dulu</a>
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
        const isOpen = Object.keys(fields).some(field => isUnsettled(sender.stateOf(itemId, field)?.kind));
        if (isOpen) return setIsBarred(true);
        sender.change(itemId, fields);
        sender.flush();
        setIsDone(true);
      }}
    >
      {label}
    </Button>
  );
}

// What was typed and not taken would vanish from the screen under the value of before.
function isUnsettled(kind: string | undefined): boolean {
  return kind === 'unread' || kind === 'refused' || kind === 'conflict';
}
