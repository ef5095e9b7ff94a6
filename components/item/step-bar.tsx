'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { sayNext, sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { takeStepAction } from '@/lib/plan/actions';
import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Relative } from '@/lib/plan/read/item';
import { type Step, steps } from '@/lib/plan/workflow';
import { ApproveDialog } from './approve-dialog';
import { useCtrlEnter } from './ctrl-enter';

type Props = {
  item: { id: string; version: number; title: string; kind: ItemKind };
  view: { steps: Step[]; needsReason: boolean; ancestors: Relative[]; waitingBelow: Relative[] };
  person: string;
  /** Fields that a note can be about. */
  fields: { path: string; label: string }[];
  /** Whose item it is, to whom a note goes. */
  owner: string;
  /** What waits after it; then the next one opens, or the queue. Without it the page shows the new state. */
  following?: readonly string[];
};

/** The steps that this person may take on this item now, with the words they ask for. */
export function StepBar({ item, view, person, fields, owner, following }: Props) {
  const [note, setNote] = useKept(`catatan.${person}.${item.id}`);
  const [field, setField] = useState('');
  const [error, setError] = useState<{ text: string; isNote: boolean } | null>(null);
  const [isApproving, setIsApproving] = useState(false);
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const canApprove = view.steps.includes('approve');
  useCtrlEnter(() => canApprove && setIsApproving(true));
  if (view.steps.length === 0) return null;
  const noting = view.steps.filter(step => steps[step].note === 'required');
  const label = kinds[item.kind].label.toLowerCase();

  function leave(step: Step, taken: readonly string[] = [item.id]) {
    // What the step did not take along stays for the next one.
    if (step === 'approve' || steps[step].note === 'required') setNote('');
    const along = taken.length > 1 ? ` Bersama ${taken.length - 1} isian lain.` : '';
    const said = `${kinds[item.kind].label} ${steps[step].passive}: ${item.title}.${along}`;
    if (!following) {
      sayNow(said);
      return focusSoon();
    }
    sayNext(said);
    const next = following.find(id => !taken.includes(id));
    window.location.assign(next ? `/tinjau/${next}` : '/tinjau');
  }

  function take(step: Step) {
    const rule = steps[step];
    if (step === 'approve') return setIsApproving(true);
    if (rule.note === 'required' && note.trim() === '') {
      document.getElementById('catatan')?.focus();
      return setError({ text: rule.noteMissing ?? '', isNote: true });
    }
    const words = rule.note === 'required' ? { note, ...(field ? { field } : {}) } : {};
    const mutationId = attempt.current.keyFor([step, words, item.version]);
    startTransition(async () => {
      const items = [{ mutationId, itemId: item.id, version: item.version }];
      const outcome = await ask(takeStepAction({ person, step, ...words, items }));
      if (outcome.ok) leave(step);
      else setError({ text: outcome.message, isNote: outcome.reason === 'note' });
    });
  }

  return (
    <form className="decide" onSubmit={event => event.preventDefault()}>
      {noting.length > 0 && (
        <>
          <Field
            id="catatan"
            label={`Catatan untuk ${owner}`}
            hint={`Wajib bila ${noting.map(step => steps[step].passive).join(' atau ')}. Tulis apa yang perlu diubah.`}
            messages={error?.isNote ? [{ level: 'block', text: error.text }] : []}
          >
            {control => (
              <textarea
                {...control}
                rows={3}
                maxLength={2000}
                readOnly={isPending}
                value={note}
                onChange={event => {
                  setNote(event.target.value);
                  setError(null);
                }}
              />
            )}
          </Field>
          <Field id="catatan-tentang" label="Catatan ini tentang">
            {control => (
              <select {...control} value={field} onChange={event => setField(event.target.value)}>
                <option value="">Seluruh isian</option>
                {fields.map(({ path, label: name }) => (
                  <option key={path} value={path}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
      {error && !error.isNote && <CheckMessage level="block">{error.text}</CheckMessage>}
      <div className="actions">
        {view.steps.map(step => (
          <Button
            key={step}
            id={`langkah-${step}`}
            type="button"
            kind={step === 'approve' ? 'primary' : 'second'}
            aria-disabled={isPending || undefined}
            aria-keyshortcuts={step === 'approve' ? 'Control+Enter' : undefined}
            onClick={() => !isPending && take(step)}
          >
            {steps[step].label} {label}
          </Button>
        ))}
      </div>
      {canApprove && (
        <ApproveDialog
          {...{ item, view, person, note }}
          open={isApproving}
          onClose={() => setIsApproving(false)}
          onTaken={taken => leave('approve', taken)}
        />
      )}
    </form>
  );
}
