'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { openHallAction } from '@/lib/hall/actions';
import { Attempt, ask } from '@/lib/live/ask';

type Choice = { id: string; name: string; nextDay: number; isCurrent: boolean };

/** Chooses stage and day, and opens the hall. */
export function OpenHall({ person, choices }: { person: string; choices: readonly Choice[] }) {
  const first = choices.find(({ isCurrent }) => isCurrent) ?? choices[0];
  const [stageId, setStageId] = useState(first?.id ?? '');
  const [day, setDay] = useState(String(first?.nextDay ?? 1));
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const isDay = /^[1-9]\d?$/.test(day.trim());

  const choose = (id: string) => {
    setStageId(id);
    setDay(String(choices.find(choice => choice.id === id)?.nextDay ?? 1));
  };
  const send = () =>
    startTransition(async () => {
      if (!isDay) return setError('Tulis hari ke berapa, misalnya 2. Paling banyak 99.');
      const mutationId = attempt.current.keyFor([stageId, day]);
      const answer = await ask(openHallAction({ person, mutationId, stageId, day: Number(day) }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      attempt.current.forget();
      sayNow('Hari Bimtek dibuka. Tampilkan kode di bawah ini kepada peserta.');
    });

  return (
    <form
      className="panel hall-form"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <Field id="tahap" label="Tahap">
        {control => (
          <select {...control} value={stageId} onChange={event => choose(event.target.value)}>
            {choices.map(({ id, name, isCurrent }) => (
              <option key={id} value={id}>
                {name}
                {isCurrent ? ' (tahap sekarang)' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="hari" label="Hari ke">
        {control => (
          <input
            {...control}
            className={`${control.className} number`}
            inputMode="numeric"
            maxLength={2}
            value={day}
            onChange={event => setDay(event.target.value)}
          />
        )}
      </Field>
      {error && (
        <div role="alert">
          <CheckMessage level="block">{error}</CheckMessage>
        </div>
      )}
      <div className="actions">
        <Button aria-disabled={isPending || undefined}>{isPending ? 'Membuka…' : 'Buka hari Bimtek'}</Button>
      </div>
    </form>
  );
}
