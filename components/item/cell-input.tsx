import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { adviceOf, echoOf } from '@/lib/plan/echo';
import { cellOf, emptyCell, type Field, hasValue, textOf } from '@/lib/plan/kinds/kind';
import { cellOfReading, type Reading, readValue, showCell, showDecimal } from '@/lib/plan/numbers';
import { sameValue } from '@/lib/plan/paths';
import { fieldId } from './field-id';
import { isUnsent, messagesOf } from './field-input';
import type { Editing } from './item-editor';

type Props = { field: Field; editing: Editing; baselineYear: number | null };

/** One value of the series: typed as people write numbers, shown back as it was understood. */
export function CellInput({ field, editing, baselineYear }: Props) {
  const { sender, itemId, fields } = editing;
  const precision = typeof fields.precision === 'number' ? fields.precision : null;
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

  function take(text: string) {
    const next = readValue(text, { valueType, precision });
    const message = unreadMessage(field, text, next);
    if (message) return sender.hold(itemId, field.path, text, message);
    sender.release(itemId, field.path);
    const value = cellFor(next, hasValue(cell), cell);
    if (!sameValue(value, cell)) editing.change(field.path, value);
  }

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
    sender.release(itemId, field.path);
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
          if (reading && unreadMessage(field, typed ?? '', reading) === '') setTyped(null);
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

/** The cell that a text stands for. Saying that there is nothing keeps the reason why. */
function cellFor(reading: Reading, hadValue: boolean, cell: ReturnType<typeof cellOf>) {
  if ((reading.kind === 'absent' || reading.kind === 'empty') && !hadValue) return cell;
  return cellOfReading(reading) ?? emptyCell;
}

function markOf(messages: { level: string }[]): 'block' | 'warn' | null {
  if (messages.some(({ level }) => level === 'block')) return 'block';
  return messages.some(({ level }) => level === 'warn') ? 'warn' : null;
}

function unreadMessage(field: Field, typed: string, reading: Reading): string {
  if (reading.kind === 'unreadable') {
    const advice = adviceOf(typed);
    if (advice) return `${field.label}: ${advice}`;
    return `${field.label} harus berupa angka, misalnya 10,5. Untuk huruf seperti BB, pilih bentuk nilai Predikat.`;
  }
  if (reading.kind !== 'ambiguous') return '';
  const [whole, fraction] = reading.options.map(option => showDecimal(option));
  return `${field.label}: maksud Anda ${whole} (ribuan) atau ${fraction} (koma)? Pilih salah satu.`;
}
