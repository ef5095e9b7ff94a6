'use client';

import Link from 'next/link';
import { type KeyboardEvent, useState } from 'react';
import { StepDialog } from '@/components/item/step-dialog';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { useKept } from '@/components/ui/kept';
import { showMoment } from '@/components/ui/moment';
import { kinds } from '@/lib/plan/kinds/all';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { Waiting } from '@/lib/plan/read/queue';
import type { Step } from '@/lib/plan/workflow';
import type { WaitingDepartment } from './by-department';
import { returnText } from './return-text';

type Props = {
  person: string;
  waiting: readonly WaitingDepartment[];
  dimensions: readonly DimensionView[];
  region: string;
  current?: string;
};

/** What waits for a decision, by department, oldest first; many can be decided at once. Arrow keys walk through it. */
export function Queue({ person, waiting, dimensions, region, current }: Props) {
  const all = waiting.flatMap(({ items }) => items);
  const [kept, keep] = useKept(`pilihan.${person}`);
  const picked = kept === '' ? [] : kept.split(' ');
  const [step, setStep] = useState<{ step: Step; items: readonly Waiting[] } | null>(null);
  const chosen = all.filter(({ id }) => picked.includes(id));
  const clean = all.filter(({ warnings, openThreads }) => warnings === 0 && openThreads === 0);
  const pick = (ids: readonly string[], isPicked: boolean) =>
    keep([...picked.filter(id => !ids.includes(id)), ...(isPicked ? ids : [])].join(' '));
  return (
    <>
      {all.length === 0 && (
        <div className="panel">
          <EmptyState>Tidak ada yang menunggu. Isian muncul di sini begitu OPD mengajukannya.</EmptyState>
        </div>
      )}
      {clean.length > 0 && (
        <div className="actions queue-tools">
          <Button
            kind="second"
            type="button"
            onClick={() =>
              pick(
                clean.map(({ id }) => id),
                true,
              )
            }
          >
            Pilih {clean.length} tanpa peringatan dan catatan
          </Button>
        </div>
      )}
      {all.length > 1 && (
        <p className="small muted key-hint">Papan ketik: panah berpindah, spasi memilih, Enter membuka.</p>
      )}
      {waiting.map(({ departmentCode, items }) => (
        <section key={departmentCode} className="panel with-list waiting-group" aria-label={departmentCode}>
          <div className="list-head">
            <h3>{departmentCode}</h3>
            <Button
              kind="plain"
              type="button"
              onClick={() =>
                pick(
                  items.map(({ id }) => id),
                  !items.every(({ id }) => picked.includes(id)),
                )
              }
            >
              Pilih {items.length} isian<span className="only-read"> {departmentCode}</span>
            </Button>
          </div>
          <ul className="rows" onKeyDown={walkByArrows}>
            {items.map(item => (
              <Row
                key={item.id}
                item={item}
                dimension={dimensions.find(({ id }) => id === item.dimensionId)}
                isCurrent={item.id === current}
                isPicked={picked.includes(item.id)}
                onPick={isPicked => pick([item.id], isPicked)}
              />
            ))}
          </ul>
        </section>
      ))}
      {chosen.length > 0 && (
        <div className="bulk">
          <p className="small">
            <strong>{chosen.length} dipilih</strong>
          </p>
          <div className="actions">
            <Button
              kind="second"
              type="button"
              icon="check"
              onClick={() => setStep({ step: 'approve', items: chosen })}
            >
              Setujui<span className="wide-word"> {chosen.length} isian</span>
            </Button>
            <Button
              kind="second"
              type="button"
              icon="return"
              onClick={() => setStep({ step: 'return', items: chosen })}
            >
              Kembalikan<span className="wide-word"> {chosen.length} isian</span>
            </Button>
          </div>
        </div>
      )}
      <StepDialog
        open={step !== null}
        onClose={() => {
          setStep(null);
          keep('');
        }}
        person={person}
        step={step?.step ?? 'approve'}
        items={step?.items ?? []}
        title={
          step?.step === 'return'
            ? `Kembalikan ${step.items.length} isian?`
            : `Setujui ${step?.items.length ?? 0} isian?`
        }
        message={step?.step === 'return' ? (taken, note) => returnText(region, taken, note) : undefined}
      >
        <ul className="outcomes">
          {step?.items.map(({ id, title, departmentCode }) => (
            <li key={id}>
              {title} <span className="muted">{departmentCode}</span>
            </li>
          ))}
        </ul>
        {step?.step === 'return' && (
          <p className="small muted">Satu catatan untuk semuanya. Tiap OPD hanya melihat isiannya sendiri.</p>
        )}
      </StepDialog>
    </>
  );
}

type RowProps = {
  item: Waiting;
  dimension: DimensionView | undefined;
  isCurrent: boolean;
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
};

function Row({ item, dimension, isCurrent, isPicked, onPick }: RowProps) {
  return (
    <li className={isCurrent ? 'row waiting is-current' : 'row waiting'}>
      <label className="pick">
        <input type="checkbox" checked={isPicked} onChange={event => onPick(event.target.checked)} />
        <span className="only-read">Pilih {item.title}</span>
      </label>
      <p className="line small">
        {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
        <span className="code">
          {kinds[item.kind].label} {item.code}
        </span>
        {item.seen !== 'unchanged' && (
          <span className="new-mark">{item.seen === 'changed' ? 'berubah' : 'baru'}</span>
        )}
      </p>
      <Link
        className="title"
        href={`/tinjau/${item.id}`}
        prefetch={false}
        aria-current={isCurrent || undefined}
      >
        {item.title}
      </Link>
      <p className="small muted">{factsOf(item)}</p>
    </li>
  );
}

function factsOf({ submittedBy, submittedAt, warnings, openThreads, claim }: Waiting): string {
  return [
    `${submittedBy}, ${submittedAt && showMoment(submittedAt)}`,
    warnings > 0 ? `${warnings} peringatan beralasan` : 'tanpa peringatan',
    openThreads > 0 && `${openThreads} percakapan terbuka`,
    claim && `diambil ${claim.isMine ? 'Anda' : claim.by}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Down and up go from name to name, across departments; the space bar picks. */
function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (event.key === ' ' && target.matches('a.title')) {
    event.preventDefault();
    target.closest('.row')?.querySelector<HTMLElement>('.pick input')?.click();
    return;
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey || event.ctrlKey) return;
  const row = target.closest('.row');
  const rows = [...document.querySelectorAll('.waiting-group .row')];
  const next = row && rows[rows.indexOf(row) + by]?.querySelector<HTMLElement>('a.title');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
