'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { Fold } from '@/components/ui/fold';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import {
  adoptSuggestionAction,
  declineSuggestionAction,
  handOnSuggestionAction,
  withdrawSuggestionAction,
} from '@/lib/suggestions/actions';

export type Choice = { value: string; label: string };

type Props = {
  person: string;
  id: string;
  canAnswer: boolean;
  canHandOn: boolean;
  canWithdraw: boolean;
  /** Of a proposed value: the newer value that would be replaced knowingly; null when nothing changed. */
  over: number | null;
  /** Why it cannot be taken up now, in words. */
  barred: string | null;
  /** Of an idea: under what it may begin, and what its author named. */
  parents?: { choices: Choice[]; chosen: string; label: string };
  /** Departments of this person that it may begin for. */
  departments: Choice[];
  /** Departments that it may be handed to. */
  handTo: Choice[];
};

type Deed = Parameters<typeof ask>[0];

/** What can be done with a suggestion that waits: take it up, say why not, hand it on, take it back. */
export function AnswerBar(props: Props) {
  const { person, id, parents, departments, over, barred } = props;
  const [reason, setReason] = useKept(`jawaban.${person}.${id}`);
  const [parentId, setParentId] = useState(parents?.chosen ?? '');
  const [departmentId, setDepartmentId] = useState(departments[0]?.value ?? '');
  const [handTo, setHandTo] = useState('');
  const [problem, setProblem] = useState<{ field?: string; message: string } | null>(null);
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const send = (
    content: unknown,
    deed: (key: { person: string; mutationId: string; suggestionId: string }) => Deed,
    says: string,
  ) =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor(content);
      const outcome = await ask(deed({ person, mutationId, suggestionId: id }));
      if (!outcome.ok) {
        const field = 'field' in outcome && typeof outcome.field === 'string' ? outcome.field : undefined;
        return setProblem({ field, message: outcome.message });
      }
      attempt.current.forget();
      setProblem(null);
      setReason('');
      sayNow(says);
    });
  const adopt = () =>
    send(
      ['adopt', over, parentId, departmentId],
      key =>
        adoptSuggestionAction({
          ...{ ...key, over },
          parentId: parents ? parentId || null : null,
          departmentId: parents ? departmentId || null : null,
        }),
      'Usulan diterima ke draf. Nama pengusul tetap tertulis di isian itu.',
    );
  const at = (name: string) =>
    problem?.field === name ? [{ level: 'block' as const, text: problem.message }] : [];
  const select = (
    name: string,
    label: string,
    none: string,
    value: string,
    choices: Choice[],
    choose: (value: string) => void,
  ) => (
    <Field id={`${name}-${id}`} label={label} messages={at(name)}>
      {control => (
        <select {...control} value={value} onChange={event => choose(event.target.value)}>
          {none !== '' && <option value="">{none}</option>}
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const button = (label: string, kind: 'primary' | 'second' | 'plain', press: () => void) => (
    <Button
      type="button"
      kind={kind}
      aria-disabled={isPending || undefined}
      onClick={() => !isPending && press()}
    >
      {label}
    </Button>
  );

  return (
    <div className="answer-bar">
      {problem && !problem.field && (
        <div role="alert">
          <CheckMessage level="block" word="">
            {problem.message}
          </CheckMessage>
        </div>
      )}
      {props.canAnswer && barred && (
        <CheckMessage level="warn" word="">
          {barred} Usulan ini tetap tersimpan.
        </CheckMessage>
      )}
      {props.canAnswer && !barred && (
        <>
          {over !== null && (
            <CheckMessage level="warn" word="">
              Isian ini berubah sejak diusulkan. Bandingkan ketiga nilai di atas, lalu putuskan.
            </CheckMessage>
          )}
          {parents && select('parentId', parents.label, 'Pilih', parentId, parents.choices, setParentId)}
          {parents && departments.length > 1
            ? select('asFor', 'Menjadi isian', '', departmentId, departments, setDepartmentId)
            : null}
          {(!parents || departments.length > 0) && (
            <div className="actions">
              {button(over === null ? 'Terima ke draf' : 'Terima, ganti nilai sekarang', 'primary', adopt)}
            </div>
          )}
        </>
      )}
      {props.canHandOn && (
        <Fold summary="Serahkan kepada satu OPD">
          <div className="fold-fields">
            {select('departmentId', 'OPD yang menjawab', 'Pilih OPD', handTo, props.handTo, setHandTo)}
            {button('Serahkan', 'second', () =>
              send(
                ['hand', handTo],
                key => handOnSuggestionAction({ ...key, departmentId: handTo || 'x' }),
                'Gagasan diserahkan.',
              ),
            )}
          </div>
        </Fold>
      )}
      {props.canAnswer && (
        <Fold summary="Tidak diterima" open={problem?.field === 'reason' || undefined}>
          <div className="fold-fields">
            <Field id={`alasan-${id}`} label="Alasan" hint="Pengusul membacanya." messages={at('reason')}>
              {control => (
                <textarea
                  {...control}
                  rows={3}
                  value={reason}
                  onChange={event => setReason(event.target.value)}
                />
              )}
            </Field>
            {button('Kirim alasan', 'second', () =>
              send(
                ['decline', reason],
                key => declineSuggestionAction({ ...key, reason }),
                'Alasan dikirim kepada pengusul.',
              ),
            )}
          </div>
        </Fold>
      )}
      {props.canWithdraw && (
        <div className="actions">
          {button('Tarik usulan ini', 'plain', () =>
            send(['withdraw'], key => withdrawSuggestionAction(key), 'Usulan ditarik.'),
          )}
        </div>
      )}
    </div>
  );
}
