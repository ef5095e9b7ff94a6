import Link from 'next/link';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import type { SuccessionRow } from '@/lib/people/read/successions';
import { showDay } from '@/lib/people/words';

/** Successions that were begun or are being prepared, the latest first. */
export function SuccessionList({ rows }: { rows: readonly SuccessionRow[] }) {
  return (
    <ul className="succession-list">
      {rows.map(row => (
        <li key={row.id} className="panel succession-card">
          <p>
            <Link className="title" href={`/kelola/opd/alih/${row.id}`} prefetch={false}>
              {row.name}
            </Link>
          </p>
          <p className="line">
            <strong>{standingOf(row)}</strong>
          </p>
          <p className="small muted">
            {row.old} OPD lama diteruskan {row.heirs} OPD
            {row.splits > 0 && `, ${row.splits} dipecah`}
            {row.day && `, mulai ${showDay(row.day)}`}
            {row.basis && `. ${row.basis}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function standingOf({ state, left }: SuccessionRow): string {
  if (state !== 'begun') return 'Sedang disiapkan, belum ada yang berubah';
  return left > 0 ? `Belum selesai: ${left} isian masih harus beralih` : 'Selesai';
}

/** What is known to have happened, ready to be taken over; where it is known from stands beside it. */
export function SuccessionOffer({ row, children }: { row: SuccessionRow; children: React.ReactNode }) {
  return (
    <section className="panel succession-card" aria-labelledby={`usulan-${row.id}`}>
      <h3 id={`usulan-${row.id}`}>{row.name}</h3>
      <p>
        {row.old} OPD lama diteruskan {row.heirs} OPD
        {row.splits > 0 && `; ${row.splits} di antaranya dipecah`}.
      </p>
      {row.source && (
        <p className="icon-line small muted">
          <Icon name="info" />
          <span>{row.source}</span>
        </p>
      )}
      <Fold summary="Siapa meneruskan siapa">
        <ul className="offer-lines">
          {row.lines.map(({ from, to }) => (
            <li key={from}>
              {from} <span aria-hidden="true">→</span> {to}
            </li>
          ))}
        </ul>
      </Fold>
      <Fold summary="Pakai usulan ini">
        <div className="form fold-form">{children}</div>
      </Fold>
    </section>
  );
}
