import { useEffect, useState, useTransition } from 'react';
import { Button } from './button';
import { Icon } from './icon';

type Answer = { ok: true } | { ok: false; message: string };
export type Undoable = { text: string; isRefusal?: boolean; undo?: () => Promise<Answer> };

const undoMs = 30_000;

/** What was just done, and for thirty seconds the way back. */
export function UndoBanner({ done, onGone }: { done: Undoable | null; onGone: () => void }) {
  const [said, setSaid] = useState('');
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    setSaid('');
    if (!done) return;
    const timer = setTimeout(onGone, undoMs);
    return () => clearTimeout(timer);
  }, [done, onGone]);
  const undo = done?.undo;
  return (
    <div className={done?.isRefusal ? 'flash is-refusal' : 'flash'} role="status" aria-label="Hasil tindakan">
      {(done || said) && (
        <p>
          <Icon name={done?.isRefusal ? 'block' : 'done'} />
          <span>{said || done?.text}</span>
          {undo && !said && (
            <Button
              kind="plain"
              type="button"
              aria-disabled={isPending || undefined}
              onClick={() =>
                startTransition(async () => {
                  const answer = await undo();
                  setSaid(answer.ok ? 'Sudah diurungkan.' : answer.message);
                })
              }
            >
              Urungkan
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
