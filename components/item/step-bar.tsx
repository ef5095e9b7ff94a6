'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { Attempt, ask } from '@/lib/live/ask';
import { takeStepAction } from '@/lib/plan/actions';
import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { type Step, steps } from '@/lib/plan/workflow';

type Props = {
  item: { id: string; version: number; title: string; kind: ItemKind };
  view: { steps: Step[]; needsReason: boolean };
  person: string;
  /** Where to go when the step was taken; without it the page shows the new state. */
  next?: string;
};

/** The steps that this person may take on this item now, with the words they ask for. */
export function StepBar({ item, view, person, next }: Props) {
  const [note, setNote] = useState('');
  const [error, setError] = useState<{ text: string; isNote: boolean } | null>(null);
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  if (view.steps.length === 0) return null;
  const wantsNote = view.needsReason || view.steps.some(step => steps[step].note === 'required');

  function take(step: Step) {
    const rule = steps[step];
    if (rule.note === 'required' && note.trim() === '') {
      document.getElementById('catatan')?.focus();
      return setError({ text: rule.noteMissing ?? '', isNote: true });
    }
    const mutationId = attempt.current.keyFor([step, note, item.version]);
    startTransition(async () => {
      const items = [{ mutationId, itemId: item.id, version: item.version }];
      const outcome = await ask(takeStepAction({ person, step, note, items }));
      if (!outcome.ok) setError({ text: outcome.message, isNote: outcome.reason === 'note' });
      else if (next) window.location.assign(next);
    });
  }

  return (
    <form
      className="decide"
      onSubmit={event => {
        event.preventDefault();
      }}
    >
      {wantsNote && (
        <Field
          id="catatan"
          label="Catatan"
          hint="Wajib bila dikembalikan atau dibuka kembali. Tulis isian mana dan apa yang perlu diubah."
          messages={error?.isNote ? [{ level: 'block', text: error.text }] : []}
        >
          {control => (
            <textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          )}
        </Field>
      )}
      {error && !error.isNote && <CheckMessage level="block">{error.text}</CheckMessage>}
      <div className="actions">
        {view.steps.map((step, index) => (
          <Button
            key={step}
            type="button"
            kind={index === 0 && steps[step].by === 'reviewer' && step === 'approve' ? 'primary' : 'second'}
            aria-disabled={isPending || undefined}
            onClick={() => !isPending && take(step)}
          >
            {steps[step].label} {kinds[item.kind].label.toLowerCase()}
          </Button>
        ))}
      </div>
    </form>
  );
}
