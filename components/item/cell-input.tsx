import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { echoOf } from '@/lib/plan/echo';
import { readField } from '@/lib/plan/field-text';
import { cellOf, emptyCell, type Field, precisionOf, textOf } from '@/lib/plan/kinds/kind';
import { readValue, showCell, showDecimal } from '@/lib/plan/numbers';
import { fieldId } from './field-id';
import { isUnsent, messagesOf } from './field-input';
import type { Editing } from './item-editor';
import { takeText } from './take-text';

type Props = { field: Field; editing: Editing; baselineYear: number | null };

/** One value of the series: typed as people write numbers, shown back as it was understood. */
export function CellInput({ field, editing, baselineYear }: Props) {
  const { sender, itemId, fields } = editing;
  const precision = precisionOf(fields);
  const valueType = textOf(fields, 'valueType');
  const cell = cellOf(fields, field.path);
  const held = sender.stateOf(itemId, field.path);
  const [local, setTyped] = useState<string | null>(null);
  // What an earlier page left unread comes back a moment after this one is drawn.
  const typed = local ?? (held?.kind === 'unread' ? held.text : null);
  const id = fieldId(field.path);
  const messages = messagesOf(field.path, editing);
  const mark = markOf(messages);
  const isBaseline = field.path === 'baseline';
  const reading = typed === null ? null : readValue(typed, { valueType, precision });
  const echo = typed !== null && reading ? echoOf(typed, reading, textOf(fields, 'unit')) : '';

  const take = (text: string) => takeText(editing, field, text);

  // A grade that was typed before the form of values was chosen is understood once it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again only when the way of reading changes
  useEffect(() => {
    if (typed !== null) take(typed);
  }, [valueType, precision]);

  const isUnread = held?.kind === 'unread';
  const wasUnread = useRef(isUnread);
  useEffect(() => {
    // Settled from elsewhere, as by an undo from the history: the field shows what is saved now.
    if (wasUnread.current && !isUnread && document.activeElement?.id !== id) setTyped(null);
    wasUnread.current = isUnread;
  }, [isUnread, id]);

  function choose(option: string) {
    setTyped(null);
    editing.change(field.path, { ...emptyCell, low: option });
  }

  return (
    <div className={isBaseline ? 'year year-baseline' : 'year'}>
      <label className="label" htmlFor={id}>
        {mark && <Icon name={mark} />}
        {isUnsent(editing, field.path) && (
          <>
            <Icon name="offline" />
            <span className="only-read">Belum terkirim: </span>
          </>
        )}
        <span className="only-read">{isBaseline ? 'Kondisi awal ' : 'Target '}</span>
        {isBaseline ? baselineYear : field.year}{' '}
        <small>{[isBaseline && 'awal', cell.illustrative && 'contoh'].filter(Boolean).join(', ')}</small>
      </label>
      <input
        className={`input number ${mark === 'block' ? 'is-error' : mark === 'warn' ? 'is-warning' : ''}`}
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={mark === 'block' || undefined}
        aria-describedby={messages.map((_, index) => `${id}-check-${index}`).join(' ') || undefined}
        placeholder={cell.skipReason ? (isBaseline ? 't.a.d.' : 'tidak') : undefined}
        value={typed ?? showCell(cell, precision)}
        onChange={event => {
          setTyped(event.target.value);
          take(event.target.value);
        }}
        onBlur={() => {
          if (typed !== null && readField(field, typed, fields).kind === 'value') setTyped(null);
        }}
      />
      {echo && (
        <p className="echo" id={`${id}-echo`}>
          {echo}
        </p>
      )}
      {reading?.kind === 'ambiguous' && (
        <div className="ambiguous">
          {reading.options.map(option => (
            <Button key={option} kind="second" type="button" onClick={() => choose(option)}>
              {showDecimal(option)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function markOf(messages: { level: string }[]): 'block' | 'warn' | null {
  if (messages.some(({ level }) => level === 'block')) return 'block';
  return messages.some(({ level }) => level === 'warn') ? 'warn' : null;
}
