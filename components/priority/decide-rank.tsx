'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { focusSoon, whenThere } from '@/components/ui/focus';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { decideRankAction } from '@/lib/priority/actions';
import { departs } from '@/lib/priority/ranking';
import { showMean } from './figures';

type Row = { id: string; title: string; departmentCode: string; total: number | null };

type Props = {
  person: string;
  dimensionId: string;
  /** The decision that this page shows. */
  seen: string | null;
  /** The order to begin with. */
  first: readonly string[];
  rows: readonly Row[];
};

/** The coordinator puts the targets in order, by buttons, and says why where it differs from the scores. */
export function DecideRank({ person, dimensionId, seen, first, rows }: Props) {
  const id = useId();
  const [order, setOrder] = useState(first);
  const [reason, setReason] = useKept(`peringkat.${person}.${dimensionId}`);
  const [refusal, setRefusal] = useState<{ message: string; field?: string } | null>(null);
  const [said, setSaid] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const isOther = departs(order, new Map(rows.map(row => [row.id, row.total])));

  function move(at: number, by: number) {
    const to = at + by;
    const row = rows.find(one => one.id === order[at]);
    if (to < 0 || to >= order.length || !row) return;
    const next = order.filter((_, place) => place !== at);
    next.splice(to, 0, row.id);
    setOrder(next);
    setSaid(`${row.title}, sekarang peringkat ${to + 1}.`);
    // The button moved with its row; at an end it is there no longer.
    const isEnd = to === (by < 0 ? 0 : order.length - 1);
    const button = by < 0 !== isEnd ? 'naik' : 'turun';
    requestAnimationFrame(() => whenThere(`${id}-${button}-${row.id}`, element => element.focus()));
  }

  const send = () =>
    startTransition(async () => {
      const asked = { dimensionId, seen, itemIds: [...order], reason: isOther ? reason : '' };
      const mutationId = attempt.current.keyFor(asked);
      const answer = await ask(decideRankAction({ person, mutationId, ...asked }));
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      attempt.current.forget();
      setReason('');
      sayNow('Peringkat dimensi ini sudah diputuskan.');
      focusSoon();
    });

  return (
    <section className="section decide-rank" aria-labelledby={`${id}-judul`}>
      <h2 id={`${id}-judul`}>{seen ? 'Putuskan peringkat lagi' : 'Putuskan peringkat'}</h2>
      <p className="small muted">
        Urutan ini berdiri di samping tanda prioritas OPD dan tidak mengubahnya. Sesudah diputuskan, penilaian
        ditutup.
      </p>
      <ol className="panel decide-rows">
        {order.map((itemId, at) => {
          const row = rows.find(one => one.id === itemId);
          if (!row) return null;
          return (
            <li key={itemId}>
              <span className="order-place number">{at + 1}</span>
              <span className="decide-title">
                {row.title}{' '}
                <span className="small muted">
                  {row.departmentCode}, nilai {row.total === null ? 'belum lengkap' : showMean(row.total)}
                </span>
              </span>
              <span className="decide-moves">
                <Button kind="second" type="button" disabled={at === 0} onClick={() => move(at, -at)}>
                  Paling atas<span className="only-read"> {row.title}</span>
                </Button>
                <Button
                  kind="second"
                  type="button"
                  id={`${id}-naik-${itemId}`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  Naik<span className="only-read"> {row.title}</span>
                </Button>
                <Button
                  kind="second"
                  type="button"
                  id={`${id}-turun-${itemId}`}
                  disabled={at === order.length - 1}
                  onClick={() => move(at, 1)}
                >
                  Turun<span className="only-read"> {row.title}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="only-read" role="status">
        {said}
      </p>
      {isOther && (
        <Field
          id={`${id}-alasan`}
          label="Alasan berbeda dari nilai"
          hint="Dibaca semua tim dan Dewan."
          messages={refusal?.field === 'reason' ? [{ level: 'block', text: refusal.message }] : []}
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
      )}
      <div role="alert">
        {refusal && refusal.field !== 'reason' && (
          <CheckMessage level="block">{refusal.message}</CheckMessage>
        )}
      </div>
      <div className="actions">
        <Button type="button" aria-disabled={isPending || undefined} onClick={() => !isPending && send()}>
          {isPending ? 'Menyimpan…' : 'Putuskan peringkat'}
        </Button>
      </div>
    </section>
  );
}
