'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, FieldSet } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Fold } from '@/components/ui/fold';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { giveVerdictAction, mergeItemsAction } from '@/lib/plan/actions';
import { Changed } from './changed-since';
import { type Choice, choicesFor, type Decided, words } from './choices';

export type { Decided } from './choices';

type Props = {
  person: string;
  members: readonly Decided[];
  /** The choice that is offered first. */
  proposal: Choice;
  sources: readonly string[];
};

type Answer = Awaited<ReturnType<typeof ask>>;

/** What becomes of indicators that look alike: one choice, who takes part, and why. */
export function Decide({ person, members, proposal, sources }: Props) {
  const id = useId();
  const choices = choicesFor(members, sources, proposal);
  const [choice, setChoice] = useState<Choice>(choices.includes(proposal) ? proposal : 'different');
  const [without, setWithout] = useState<readonly string[]>([]);
  const [keepId, setKeepId] = useState(members[0]?.id ?? '');
  const [source, setSource] = useState('');
  const [reason, setReason] = useKept(`serupa.${person}.${members.map(one => one.id).join('.')}`);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const taking = members.filter(one => !without.includes(one.id));
  const keeper = taking.find(one => one.id === keepId) ?? taking[0];

  const problem = (): Refusal | null => {
    if (taking.length < 2) return refusal('Pilih paling sedikit dua indikator.');
    // As the server's schema takes them.
    if (taking.length > 50) return refusal('Pilih paling banyak 50 indikator sekaligus.');
    if (choice === 'source' && source === '') return refusal('Pilih sumber yang mengikat.', 'source');
    if (reason.trim() === '') return refusal('Tulis alasannya. Semua OPD pengampu membacanya.', 'reason');
    return null;
  };

  function begin() {
    const wrong = problem();
    setAnswer(wrong);
    if (wrong?.field === 'reason') document.getElementById(`${id}-alasan`)?.focus();
    if (wrong) return;
    if (choice === 'merge') setIsAsking(true);
    else send();
  }

  function send() {
    startTransition(async () => {
      const items = taking.map(one => ({ itemId: one.id, version: one.version }));
      const asked = { items, reason };
      const mutationId = attempt.current.keyFor([choice, keeper?.id, source, asked]);
      const outcome = await ask(
        choice === 'merge'
          ? mergeItemsAction({ person, mutationId, keepId: keeper?.id ?? '', ...asked })
          : giveVerdictAction({
              ...{ person, mutationId, kind: choice, ...asked },
              source: choice === 'source' ? source : null,
            }),
      );
      setIsAsking(false);
      setAnswer(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      attempt.current.forget();
      setReason('');
      sayNow(words[choice].done(taking.length));
      focusSoon();
    });
  }

  const isReasonMissing = answer !== null && 'field' in answer && answer.field === 'reason';
  return (
    <Fold summary="Putuskan" icon="split">
      <div className="decide-form">
        <FieldSet id={`${id}-pilihan`} legend="Keputusan" messages={[]}>
          <div className="choice along">
            {choices.map(one => (
              <label key={one}>
                <input type="radio" name={id} checked={choice === one} onChange={() => setChoice(one)} />
                {words[one].label}
              </label>
            ))}
          </div>
          <p className="hint">{words[choice].hint}</p>
        </FieldSet>
        {members.length > 2 && (
          <FieldSet id={`${id}-ikut`} legend="Yang ikut dalam keputusan ini" messages={[]}>
            <div className="choice along">
              {members.map(one => (
                <label key={one.id}>
                  <input
                    type="checkbox"
                    checked={!without.includes(one.id)}
                    onChange={event =>
                      setWithout(
                        event.target.checked
                          ? without.filter(other => other !== one.id)
                          : [...without, one.id],
                      )
                    }
                  />
                  {one.title} ({one.departmentCode})
                </label>
              ))}
            </div>
          </FieldSet>
        )}
        {choice === 'merge' && (
          <FieldSet id={`${id}-tetap`} legend="Yang dipertahankan" messages={[]}>
            <div className="choice along">
              {taking.map(one => (
                <label key={one.id}>
                  <input
                    type="radio"
                    name={`${id}-tetap`}
                    checked={keeper?.id === one.id}
                    onChange={() => setKeepId(one.id)}
                  />
                  {one.departmentCode}: {one.title}
                </label>
              ))}
            </div>
          </FieldSet>
        )}
        {choice === 'source' && (
          <FieldSet id={`${id}-sumber`} legend="Sumber yang mengikat" messages={[]}>
            <div className="choice along">
              {sources.map(one => (
                <label key={one}>
                  <input
                    type="radio"
                    name={`${id}-sumber`}
                    checked={source === one}
                    onChange={() => setSource(one)}
                  />
                  {one}
                </label>
              ))}
            </div>
          </FieldSet>
        )}
        <Field
          id={`${id}-alasan`}
          label="Alasan"
          hint="Dibaca semua OPD pengampu dan tercatat dalam riwayat."
          messages={isReasonMissing && answer && !answer.ok ? [{ level: 'block', text: answer.message }] : []}
        >
          {control => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              readOnly={isPending}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </Field>
        <div role="alert">{answer && !answer.ok && !isReasonMissing && <Changed answer={answer} />}</div>
        <div className="actions">
          <Button type="button" aria-disabled={isPending || undefined} onClick={() => !isPending && begin()}>
            {isPending ? 'Menyimpan…' : words[choice].button(taking.length)}
          </Button>
        </div>
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Gabungkan ${taking.length} indikator?`}
      >
        <p>
          Yang dipertahankan: <strong>{keeper?.title}</strong>, pengampu {keeper?.departmentCode}.
        </p>
        <p>
          {taking
            .filter(one => one.id !== keeper?.id)
            .map(one => one.departmentCode)
            .join(', ')}{' '}
          menjadi OPD pendukung. Isian mereka diarsipkan dan riwayatnya tetap terbaca.
        </p>
        <div className="actions">
          <Button type="button" aria-disabled={isPending || undefined} onClick={() => !isPending && send()}>
            {isPending ? 'Menyimpan…' : words.merge.button(taking.length)}
          </Button>
          <Button kind="second" type="button" onClick={() => setIsAsking(false)}>
            Batal
          </Button>
        </div>
      </Dialog>
    </Fold>
  );
}

type Refusal = { ok: false; reason: string; message: string; field?: string };

const refusal = (message: string, field?: string): Refusal => ({ ok: false, reason: 'note', message, field });
