'use client';

import { useState } from 'react';
import { SaveStatus } from '@/components/item/save-status';
import { senderOf, useSnapshot } from '@/components/item/sender';
import { whenThere } from '@/components/ui/focus';
import { scoreKey } from '@/lib/priority/score-key';
import type { TargetRow } from '@/lib/priority/targets';
import { ScoreCard } from './score-card';

export type Asked = { key: string; name: string; hint: string };

type Props = {
  person: string;
  slug: string;
  targets: readonly TargetRow[];
  criteria: readonly Asked[];
  /** Own scores as the server has them, by target. */
  mine: Record<string, Record<string, number>>;
};

/**
 * The targets that this person scores, one open at a time. Each tap saves by itself, through the same outbox as
 * whatever else is typed; nobody else's scores are here.
 */
export function ScoreList({ person, slug, targets, criteria, mine }: Props) {
  const sender = senderOf(person);
  useSnapshot(sender);
  const labels = Object.fromEntries(criteria.map(({ key, name }) => [key, name]));
  useState(() => {
    for (const { id, title } of targets)
      sender.open(scoreKey(slug, id), 0, { kind: 'target', title: `Nilai ${title}`, labels });
  });
  const valuesOf = (id: string): Record<string, number> => ({
    ...mine[id],
    ...(sender.typed(scoreKey(slug, id)) as Record<string, number>),
  });
  const isDone = (id: string) => criteria.every(({ key }) => valuesOf(id)[key] !== undefined);
  const [open, setOpen] = useState<string | null>(() => targets.find(({ id }) => !isDone(id))?.id ?? null);
  const done = targets.filter(({ id }) => isDone(id)).length;

  function goTo(id: string) {
    setOpen(id);
    requestAnimationFrame(() =>
      whenThere(`nilai-${id}`, element => {
        element.focus({ preventScroll: true });
        element.scrollIntoView({ block: 'start' });
      }),
    );
  }

  return (
    <section className="section scores" aria-labelledby="nilai">
      <div className="section-head">
        <h2 id="nilai">Nilai Anda</h2>
        <p>
          <strong>
            {done} dari {targets.length} sasaran lengkap
          </strong>
        </p>
      </div>
      <p className="small muted">
        1 paling rendah, 5 paling baik. Nilai tersimpan sendiri, dan hanya Anda yang mengubahnya.
      </p>
      <SaveStatus person={person} itemIds={targets.map(({ id }) => scoreKey(slug, id))} />
      <ul className="score-cards">
        {targets.map((target, at) => {
          const next = targets[at + 1];
          return (
            <ScoreCard
              key={target.id}
              target={target}
              criteria={criteria}
              values={valuesOf(target.id)}
              sender={sender}
              itemKey={scoreKey(slug, target.id)}
              isOpen={open === target.id}
              onToggle={isOpen =>
                setOpen(before => (isOpen ? target.id : before === target.id ? null : before))
              }
              onNext={next && (() => goTo(next.id))}
            />
          );
        })}
      </ul>
      {done === targets.length && (
        <p>
          Semua sasaran sudah Anda nilai.{' '}
          <a href={`/prioritas/${slug}`}>Muat ulang untuk melihat urutannya</a>
        </p>
      )}
    </section>
  );
}
