import { type ReactNode, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { CopyText } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { focusSoon } from '@/components/ui/focus';
import { useKept } from '@/components/ui/kept';
import { askAll } from '@/lib/live/ask';
import { newId } from '@/lib/live/mutation-id';
import { takeStepAction } from '@/lib/plan/actions';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { type Step, steps } from '@/lib/plan/workflow';

export type Stepped = {
  id: string;
  version: number;
  title: string;
  kind?: ItemKind;
  departmentCode?: string;
};

/** What became of each item, and the words that went along. */
type Told = { each: { item: Stepped; outcome: Outcome }[]; note: string };

type Props = {
  open: boolean;
  onClose: () => void;
  person: string;
  step: Step;
  items: readonly Stepped[];
  title: string;
  children?: ReactNode;
  /** Asks for words although the step itself needs none: why the own department's item is approved. */
  asksReason?: boolean;
  /** Words that were written before the dialog opened, and go along. */
  words?: string;
  /** Called when every item was taken; without it the dialog tells what became of each. */
  onTaken?: () => void;
  /** The text to tell the departments, of what was taken. */
  message?: (taken: readonly Stepped[], note: string) => string;
};

// So many at once are answered well within the deadline of a request.
const partSize = 100;
const partsOf = (items: readonly Stepped[]) =>
  Array.from({ length: Math.ceil(items.length / partSize) }, (_, at) =>
    items.slice(at * partSize, (at + 1) * partSize),
  );

/** One question before a step on one or many items, and afterwards what became of each. */
export function StepDialog({ open, onClose, person, step, items, title, children, ...rest }: Props) {
  const { asksReason = false, onTaken, message, words = '' } = rest;
  const rule = steps[step];
  const needsNote = rule.note === 'required' || asksReason;
  const [typed, setNote] = useKept(
    `catatan.${person}.${step}.${items
      .map(({ id }) => id)
      .sort()
      .join('.')}`,
  );
  const note = typed || words;
  const [error, setError] = useState<{ text: string; isNote: boolean } | null>(null);
  const [outcomes, setOutcomes] = useState<Told | null>(null);
  const [isPending, startTransition] = useTransition();
  const keys = useRef(new Map<string, string>());

  // The same request keeps its keys, so that a lost answer never counts twice.
  function keyFor({ id, version }: Stepped): string {
    const content = JSON.stringify([step, note, id, version]);
    const key = keys.current.get(content) ?? newId();
    keys.current.set(content, key);
    return key;
  }

  function take() {
    if (needsNote && note.trim() === '') {
      document.getElementById('catatan-langkah')?.focus();
      return setError({
        text: rule.noteMissing ?? 'Tulis alasan menyetujui isian OPD Anda sendiri.',
        isNote: true,
      });
    }
    setError(null);
    startTransition(async () => {
      const told: Told['each'] = [];
      for (const part of partsOf(items)) {
        const asked = part.map(item => ({
          mutationId: keyFor(item),
          itemId: item.id,
          version: item.version,
        }));
        const words = note.trim() === '' ? {} : { note };
        const answer = await askAll(takeStepAction({ person, step, ...words, items: asked }));
        // What was taken stays taken; asking again for the rest counts nothing twice.
        if (!Array.isArray(answer)) return setError({ text: answer.message, isNote: false });
        told.push(...part.flatMap((item, at) => (answer[at] ? [{ item, outcome: answer[at] }] : [])));
      }
      keys.current.clear();
      const isAllTaken = told.every(({ outcome }) => outcome.ok);
      if (isAllTaken) setNote('');
      if (isAllTaken && onTaken) return onTaken();
      setOutcomes({ each: told, note });
    });
  }

  function close() {
    // What opened the dialog may be gone with what was decided.
    if (outcomes) focusSoon();
    setOutcomes(null);
    setError(null);
    onClose();
  }

  return (
    <Dialog open={open} onClose={close} title={outcomes ? 'Hasilnya' : title}>
      {outcomes ? (
        <Outcomes {...{ step, message }} told={outcomes} onClose={close} />
      ) : (
        <>
          {children}
          {words !== '' && !needsNote && <p>Catatan Anda ikut dikirim: “{words}”</p>}
          {needsNote && (
            <Field
              id="catatan-langkah"
              label={rule.note === 'required' ? 'Catatan' : 'Alasan'}
              hint="Dibaca OPD pengampu."
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
          )}
          {error && !error.isNote && <CheckMessage level="block">{error.text}</CheckMessage>}
          <div className="actions">
            <Button type="button" aria-disabled={isPending || undefined} onClick={() => !isPending && take()}>
              {isPending ? 'Mengirim…' : `${rule.label} ${items.length} isian`}
            </Button>
            <Button kind="second" type="button" onClick={close}>
              Batal
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

type OutcomesProps = Pick<Props, 'step' | 'message'> & { told: Told; onClose: () => void };

function Outcomes({ step, message, told: { each, note }, onClose }: OutcomesProps) {
  const taken = each.filter(({ outcome }) => outcome.ok).map(({ item }) => item);
  const refused = each.flatMap(({ item, outcome }) =>
    outcome.ok ? [] : [{ item, message: outcome.message }],
  );
  const text = message && taken.length > 0 ? message(taken, note) : '';
  return (
    <>
      <p role="status">
        {taken.length} isian {steps[step].passive}
        {refused.length > 0 && `, ${refused.length} belum`}.
      </p>
      {refused.length > 0 && (
        <ul className="outcomes">
          {refused.map(({ item, message: why }) => (
            <li key={item.id}>
              <strong>{item.title}</strong>: {why}
            </li>
          ))}
        </ul>
      )}
      {text && <CopyText text={text} label="Teks untuk WhatsApp" />}
      <div className="actions">
        <Button type="button" onClick={onClose}>
          Tutup
        </Button>
      </div>
    </>
  );
}
