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
import { ReferenceLinks } from './reference-links';
import { Supporters } from './supporters';
import { takeText } from './take-text';

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

function Control({ field, editing, messages }: Props & { messages: FieldMessage[] }) {
  const id = fieldId(field.path);
  const value = editing.fields[field.path] ?? null;
  const { sender, itemId } = editing;
  const held = sender.stateOf(itemId, field.path);
  const change = (next: FieldValue) => editing.change(field.path, next);
  const type = (next: string) => takeText(editing, field, next);
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
    case 'references': {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <ReferenceLinks
          field={field}
          chosen={chosen}
          fields={editing.fields}
          nameOf={editing.referenceName}
          isUnnamed={chosen.some(key => !editing.isNamed(key))}
          around={around}
          onChange={change}
        />
      );
    }
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
    case 'paragraph':
      return (
        <Labelled {...around} label={field.label} hint={hint}>
          {control => (
            <textarea {...control} rows={2} value={text} onChange={event => type(event.target.value)} />
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
                onChange={event => type(event.target.value)}
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
