'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { cellOf, emptyCell, type Field, textOf } from '@/lib/plan/kinds/kind';
import { cellOfReading, type Reading, readValue, showCell, showDecimal } from '@/lib/plan/numbers';
import { sameValue } from '@/lib/plan/paths';
import { messagesOf } from './field-input';
import { type Editing, fieldId } from './item-editor';

type Props = { field: Field; editing: Editing; baselineYear: number | null };

/** One value of the series: typed as people write numbers, shown back as it was understood. */
export function CellInput({ field, editing, baselineYear }: Props) {
  const precision = typeof editing.fields.precision === 'number' ? editing.fields.precision : null;
  const cell = cellOf(editing.fields, field.path);
  const [typed, setTyped] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const id = fieldId(field.path);
  const messages = messagesOf(field.path, editing);
  const mark = messages.some(({ level }) => level === 'block')
    ? 'block'
    : messages.length > 0
      ? 'warn'
      : null;
  const isBaseline = field.path === 'baseline';

  function type(text: string) {
    const context = { valueType: textOf(editing.fields, 'valueType'), precision };
    const next = readValue(text, context);
    setTyped(text);
    setReading(next);
    const value = next.kind === 'absent' ? emptyCell : cellOfReading(next);
    editing.setUnread(field.path, unreadMessage(field, next));
    if (value && !sameValue(value, { ...cell, illustrative: false })) editing.change(field.path, value);
  }

  function choose(option: string) {
    setTyped(null);
    setReading(null);
    editing.setUnread(field.path, '');
    editing.change(field.path, { ...emptyCell, low: option });
  }

  const leave = () => {
    if (reading && (cellOfReading(reading) || reading.kind === 'absent')) setTyped(null);
  };

  return (
    <div className={isBaseline ? 'year year-baseline' : 'year'}>
      <label className="label" htmlFor={id}>
        {mark && <Icon name={mark} />}
        <span className="only-read">{isBaseline ? 'Kondisi awal ' : 'Target '}</span>
        {isBaseline ? (baselineYear ?? 'Awal') : field.year}
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
        onChange={event => type(event.target.value)}
        onBlur={leave}
      />
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

function unreadMessage(field: Field, reading: Reading): string {
  if (reading.kind === 'unreadable') return `${field.label} harus berupa angka, misalnya 10,5.`;
  if (reading.kind !== 'ambiguous') return '';
  const [whole, fraction] = reading.options.map(option => showDecimal(option));
  return `${field.label}: maksud Anda ${whole} (ribuan) atau ${fraction} (koma)? Pilih salah satu.`;
}
