'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { useKept } from '@/components/ui/kept';
import { ask } from '@/lib/live/ask';
import { suggestAction } from '@/lib/suggestions/actions';
import type { IdeaChoices, ItemChoices } from '@/lib/suggestions/read/choices';
import { IdeaFields } from './idea-fields';
import { useKeptKey } from './kept-key';
import { ProposedFields } from './proposed-fields';
import { type Box, messagesAt, type Problem, type Typed } from './suggest-box';

type Props = { person: string } & (
  | { item: ItemChoices; field: string; idea?: undefined }
  | { idea: IdeaChoices; kind: string; parentId: string; item?: undefined }
);

/** Says something on an item or brings an idea. What is typed stays in this browser until it was received. */
export function SuggestForm(props: Props) {
  const { person, item, idea } = props;
  const about = item ? item.id : idea.dimensionId;
  const [kept, keep] = useKept(`usulan.${person}.${about}`);
  const attempt = useKeptKey(`usulan.${person}.${about}.kunci`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sent, setSent] = useState('');
  const [isPending, startTransition] = useTransition();
  const first: Typed = item ? { field: props.field } : { kind: props.kind, parentId: props.parentId };
  const typed: Typed = { ...first, ...readKept(kept) };
  const set: Box['set'] = (name, text) => keep(JSON.stringify({ ...readKept(kept), [name]: text }));
  const get = (name: string) => typed[name] ?? '';

  function send() {
    const said = item
      ? {
          ...{ what: 'item' as const, itemId: item.id, version: item.version },
          field: get('field') || null,
          proposed: get('field') ? get(`proposed ${get('field')}`) : null,
        }
      : {
          ...{ what: 'idea' as const, dimensionId: idea.dimensionId, parentId: get('parentId') || null },
          kind: get('kind') === 'target' ? ('target' as const) : ('indicator' as const),
          ...{ title: get('title'), unit: get('unit'), direction: get('direction'), target: get('target') },
        };
    const request = { about: said, text: get('text') };
    startTransition(async () => {
      const mutationId = attempt.keyFor(request);
      const outcome = await ask(suggestAction({ person, mutationId, ...request }));
      if (!outcome.ok) return setProblem({ field: fieldOf(outcome), message: outcome.message });
      attempt.forget();
      keep('');
      setProblem(null);
      setSent(mutationId);
    });
  }

  if (sent !== '') return <Sent id={sent} onMore={() => setSent('')} />;
  const box: Box = { typed, set, problem, isPending };
  const isWordsOnly = item ? get('field') === '' : true;
  return (
    <form
      className="suggest"
      onSubmit={event => {
        event.preventDefault();
        if (!isPending) send();
      }}
    >
      {problem && (
        <div role="alert">
          <CheckMessage level="block">{problem.message}</CheckMessage>
        </div>
      )}
      {item ? <ProposedFields item={item} box={box} /> : null}
      <Field
        id="text"
        label={item ? (isWordsOnly ? 'Usulan Anda' : 'Alasan atau sumber') : 'Gagasan Anda'}
        optional={!isWordsOnly}
        hint={item ? undefined : 'Apa yang perlu ditambahkan, dan mengapa.'}
        messages={messagesAt(box, 'text')}
      >
        {control => (
          <textarea
            {...control}
            rows={5}
            readOnly={isPending}
            value={get('text')}
            onChange={event => set('text', event.target.value)}
          />
        )}
      </Field>
      {idea ? <IdeaFields idea={idea} box={box} /> : null}
      <div className="actions">
        <Button aria-disabled={isPending || undefined}>{isPending ? 'Mengirim…' : 'Kirim usulan'}</Button>
      </div>
      <p className="small muted">Ketikan Anda disimpan di peramban ini sampai terkirim.</p>
    </form>
  );
}

function Sent({ id, onMore }: { id: string; onMore: () => void }) {
  return (
    <div className="panel sent" role="status">
      <p>
        <strong>Usulan terkirim.</strong> OPD menjawabnya; jawabannya tampil di Usulan dan di Kabar.
      </p>
      <div className="actions">
        <ButtonLink href={`/usulan/${id}`}>Lihat usulan</ButtonLink>
        <Button kind="plain" type="button" onClick={onMore}>
          Usulkan lagi
        </Button>
      </div>
    </div>
  );
}

const fieldOf = (outcome: object) =>
  'field' in outcome && typeof outcome.field === 'string' ? outcome.field : undefined;

function readKept(text: string): Typed {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? (value as Typed) : {};
  } catch {
    return {};
  }
}
