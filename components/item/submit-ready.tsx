'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { senderOf, useSnapshot } from './sender';
import { StepDialog, type Stepped } from './step-dialog';

type Props = { person: string; ready: Stepped[]; unready: number };

/** Hands in everything of one's own that nothing stops any more. */
export function SubmitReady({ person, ready: given, unready: others }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const sender = senderOf(person);
  useSnapshot(sender);
  // What is typed here and not saved would be left behind.
  const isUnsaved = ({ id }: Stepped) => sender.openFields(id).length > 0;
  const ready = given.filter(item => !isUnsaved(item));
  const unready = others + given.length - ready.length;
  return (
    <>
      <div className="actions">
        {ready.length > 0 && (
          <Button type="button" icon="arrow" onClick={() => setIsOpen(true)}>
            Ajukan semua yang siap ({ready.length})
          </Button>
        )}
        {unready > 0 && <p className="small muted">{unready} isian Anda belum siap diajukan.</p>}
      </div>
      <StepDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        person={person}
        step="submit"
        items={ready}
        title={`Ajukan ${ready.length} isian?`}
      >
        <ul className="outcomes">
          {ready.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
        <p>Setelah diajukan, isian ditinjau dan tidak dapat diubah sampai Anda menariknya kembali.</p>
      </StepDialog>
    </>
  );
}
