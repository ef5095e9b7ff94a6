import { useState } from 'react';
import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Relative } from '@/lib/plan/read/item';
import { StepDialog } from './step-dialog';

type Props = {
  item: { id: string; version: number; title: string; kind: ItemKind };
  view: { needsReason: boolean; ancestors: Relative[]; waitingBelow: Relative[] };
  person: string;
  /** What the reviewer wrote before deciding. */
  note: string;
  open: boolean;
  onClose: () => void;
  onTaken: (ids: readonly string[]) => void;
};

/** Approving: the one question before it, and what waits above and below to be approved along. */
export function ApproveDialog({ item, view, person, note, open, onClose, onTaken }: Props) {
  const above = view.ancestors.filter(({ canApprove }) => canApprove);
  const below = view.waitingBelow;
  const [withAbove, setWithAbove] = useState(false);
  const [withBelow, setWithBelow] = useState(false);
  const items = [...(withAbove ? above : []), item, ...(withBelow ? below : [])];
  const label = kinds[item.kind].label.toLowerCase();
  return (
    <StepDialog
      {...{ open, onClose, person, items }}
      onTaken={() => onTaken(items.map(({ id }) => id))}
      step="approve"
      title={`Setujui ${label} ini?`}
      asksReason={view.needsReason}
      words={note}
    >
      <p>
        <strong>{item.title}</strong>
      </p>
      <p>Setelah disetujui, isian ini tidak dapat diubah sampai dibuka kembali.</p>
      {(above.length > 0 || below.length > 0) && (
        <div className="choice along">
          {above.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={withAbove}
                onChange={event => setWithAbove(event.target.checked)}
              />
              Setujui juga induknya: {above.map(({ title }) => title).join('; ')}
            </label>
          )}
          {below.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={withBelow}
                onChange={event => setWithBelow(event.target.checked)}
              />
              Setujui juga {below.length} isian di bawahnya
            </label>
          )}
        </div>
      )}
    </StepDialog>
  );
}
