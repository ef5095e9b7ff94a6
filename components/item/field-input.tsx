import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { type FieldMessage, FieldSet, Field as Labelled } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Finding } from '@/lib/plan/checks/check';
import { type Field, type FieldValue, inSentence } from '@/lib/plan/kinds/kind';
import type { IndicatorName } from '@/lib/plan/read/item';
import { Clash } from './clash';
import { fieldId } from './field-id';
import { FieldNotes, FieldTools } from './field-talk';
import type { Editing } from './item-editor';
import { Supporters } from './supporters';

type Props = { field: Field; editing: Editing };

/** One field by its kind of input, with what the checks and the server say of it. */
export function FieldInput({ field, editing }: Props) {
  return (
    <>
      <Control field={field} editing={editing} messages={messagesOf(field.path, editing)} />
      {isUnsent(editing, field.path) && (
        <p className="unsent small">
          <Icon name="offline" />
          Belum terkirim
        </p>
      )}
      <Clash field={field} editing={editing} />
    </>
  );
}

/** Longer ones are not even sent: the server reads no request of that size, and what is behind it would wait. */
const mostLetters = 20_000;

const tooLongMessage = ({ label, max = 250 }: Field, { length }: string) =>
  `${label} paling banyak ${max} huruf. Sekarang ${length}.`;

function Control({ field, editing, messages }: Props & { messages: FieldMessage[] }) {
  const id = fieldId(field.path);
  const value = editing.fields[field.path] ?? null;
  const { sender, itemId } = editing;
  const held = sender.stateOf(itemId, field.path);
  const change = (next: FieldValue) => {
    if (typeof next === 'string' && next.length > mostLetters)
      sender.hold(itemId, field.path, next, tooLongMessage(field, next));
    else editing.change(field.path, next);
  };
  const hint = [field.hint, field.example && `Contoh: ${field.example}`].filter(Boolean).join(' ');
  const saved = value === null || typeof value === 'object' ? '' : String(value);
  const text = held?.kind === 'unread' ? held.text : saved;
  const around = {
    ...{ id, messages },
    tools: <FieldTools field={field} />,
    notes: <FieldNotes threads={editing.threadsAt(field.path)} />,
  };
  switch (field.input) {
    case 'departments':
      return (
        <Supporters
          field={field}
          chosen={Array.isArray(value) ? value : []}
          departments={editing.departments}
          around={around}
          onChange={change}
        />
      );
    case 'choice':
      return (
        <FieldSet {...around} legend={field.label} hint={field.hint}>
          <div className="choice">
            {field.options?.map(option => (
              <label key={option.value}>
                <input
                  type="radio"
                  name={id}
                  value={option.value}
                  checked={value === option.value}
                  onChange={() => change(option.value)}
                />
                {option.label}
              </label>
            ))}
            {value !== null && (
              <Button kind="plain" type="button" onClick={() => change(null)}>
                Kosongkan<span className="only-read"> {inSentence(field.label)}</span>
              </Button>
            )}
          </div>
        </FieldSet>
      );
    case 'subdimension':
    case 'indicator': {
      const [none, options]: [string, IndicatorName[]] =
        field.input === 'indicator'
          ? ['Tidak menggantikan', editing.indicators]
          : [
              'Pilih subdimensi',
              editing.subdimensions.map(({ id, code, name }) => ({ id, name: `${code} ${name}` })),
            ];
      return (
        <Labelled {...around} label={field.label} hint={hint}>
          {control => (
            <select {...control} value={text} onChange={event => change(event.target.value || null)}>
              <option value="">{none}</option>
              {options.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      );
    }
    case 'integer':
      return <IntegerInput field={field} text={text} around={around} editing={editing} hint={hint} />;
    case 'paragraph':
      return (
        <Labelled {...around} label={field.label} hint={hint}>
          {control => (
            <textarea
              {...control}
              rows={2}
              value={text}
              onChange={event => change(event.target.value || null)}
            />
          )}
        </Labelled>
      );
    default:
      return (
        <Labelled {...around} label={field.label} hint={hint}>
          {control => (
            <>
              <input
                {...control}
                autoComplete="off"
                list={field.suggestions && `${id}-daftar`}
                value={text}
                onChange={event => change(event.target.value || null)}
              />
              {field.suggestions && (
                <datalist id={`${id}-daftar`}>
                  {field.suggestions.map(suggestion => (
                    <option key={suggestion} value={suggestion} />
                  ))}
                </datalist>
              )}
            </>
          )}
        </Labelled>
      );
  }
}

/** What stands around every control of a field. */
export type Around = { id: string; messages: FieldMessage[]; tools: ReactNode; notes: ReactNode };

type IntegerProps = { field: Field; text: string; hint: string; around: Around; editing: Editing };

function IntegerInput({ field, text, hint, around, editing }: IntegerProps) {
  const { sender, itemId } = editing;
  function type(typed: string) {
    const number = Number(typed);
    const isFit =
      typed.trim() === '' ||
      (/^\d+$/.test(typed.trim()) && number >= (field.min ?? 0) && number <= (field.max ?? 100));
    if (isFit) editing.change(field.path, typed.trim() === '' ? null : number);
    else
      sender.hold(
        itemId,
        field.path,
        typed,
        `${field.label} harus bilangan bulat ${field.min ?? 0} sampai ${field.max ?? 100}.`,
      );
  }
  return (
    <Labelled {...around} label={field.label} hint={hint}>
      {control => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={event => type(event.target.value)}
        />
      )}
    </Labelled>
  );
}

/** Whether what is typed in a field waits because it could not be sent. */
export function isUnsent({ sender, itemId }: Editing, path: string): boolean {
  const kind = sender.stateOf(itemId, path)?.kind;
  return sender.snapshot().problem !== null && (kind === 'waiting' || kind === 'sending');
}

/** Findings of the checks, and why the server refused a value, as messages at the field. */
export function messagesOf(path: string, editing: Editing): FieldMessage[] {
  const state = editing.sender.stateOf(editing.itemId, path);
  const refused: FieldMessage[] = state?.kind === 'refused' ? [{ level: 'block', text: state.message }] : [];
  return [...refused, ...editing.findingsAt(path).map(finding => messageOf(finding, editing))];
}

export function messageOf(finding: Finding, editing: Editing): FieldMessage {
  const { level, message, key } = finding;
  if (level !== 'warn') return { level, text: message };
  const reason: Field = {
    ...{ path: `reasons.${key}`, label: 'Alasan', group: '', input: 'paragraph', max: 500 },
    hint: 'Alasan dibaca koordinator saat meninjau.',
  };
  return {
    level,
    text: message,
    below: <FieldInput field={reason} editing={editing} />,
  };
}
