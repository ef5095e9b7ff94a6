import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import type { ImportView } from '@/lib/exchange/import/import-view';
import {
  type ClashFound,
  columnLetter,
  type Finding,
  outcomeLabels,
  type ReportRow,
} from '@/lib/exchange/import/report';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { outcomeIcons } from './outcomes';

type Props = { view: ImportView };

/** The rows of a dry run: what each would do, what is asked of it, what became of it. */
export function ReportList({ view }: Props) {
  return (
    <ol className="import-report">
      {view.rows.map(row => (
        <li key={`${row.row}.${row.part}`} className={`import-item is-${row.outcome}`}>
          <RowHead row={row} view={view} />
          {row.makes.map(made => (
            <p key={made} className="import-line">
              <Icon name="plus" /> Sekaligus membuat {made}
            </p>
          ))}
          <Changes row={row} />
          {row.clashes.map(clash => (
            <ClashChoice key={clash.path} clash={clash} itemId={row.itemId ?? ''} />
          ))}
          {row.findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings of a row have no name and never reorder
            <FindingLine key={index} finding={finding} row={row} view={view} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function RowHead({ row, view }: { row: ReportRow; view: ImportView }) {
  const result = view.results[`${row.row}.${row.part}`];
  const title = row.title || 'Tanpa nama';
  return (
    <>
      <p className="import-state">
        <Icon name={outcomeIcons[row.outcome]} />
        <strong>{outcomeLabels[row.outcome]}</strong>
        <span className="muted">
          Baris {row.row + 1}
          {row.department && `, ${row.department}`}
        </span>
      </p>
      <p className="import-title">
        {row.kind && <span className="muted">{kinds[row.kind].label}: </span>}
        {row.kind && row.itemId && row.outcome !== 'create' ? (
          <Link href={itemPath({ kind: row.kind, id: row.itemId })} prefetch={false}>
            {title}
          </Link>
        ) : (
          title
        )}
      </p>
      {result && (
        <p className="import-line">
          <Icon name={result.isDone ? 'done' : 'block'} />
          {result.isDone ? `Diterapkan ${showMoment(result.at)}.` : `Belum diterapkan: ${result.says}`}
        </p>
      )}
    </>
  );
}

function Changes({ row: { changes, outcome } }: { row: ReportRow }) {
  if (changes.length === 0) return null;
  return (
    <dl className="import-changes">
      {changes.map(({ path, label, before, after }) => (
        <div key={path}>
          <dt>{label}</dt>
          <dd>
            {outcome !== 'create' && (
              <>
                <del>
                  <span className="only-read">Semula </span>
                  {before || 'kosong'}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
              </>
            )}
            <ins>
              <span className="only-read">Menjadi </span>
              {after || 'kosong'}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ClashChoice({ clash, itemId }: { clash: ClashFound; itemId: string }) {
  const { path, label, mine, theirs, before, by, at } = clash;
  const name = <span className="only-read"> untuk {label}</span>;
  return (
    <section className="clash" aria-label={`Bentrok pada ${label}`}>
      <p className="clash-title">
        {by} mengubah {label} {showMoment(at)}, sesudah berkas ini diunduh. Nilai mana yang dipakai?
      </p>
      <dl className="clash-values">
        <div>
          <dt>Punya saya, dari berkas</dt>
          <dd>
            <strong className="mine-value">{mine || 'kosong'}</strong>
          </dd>
        </div>
        <div>
          <dt>Yang tersimpan</dt>
          <dd>
            <strong>{theirs || 'kosong'}</strong>
            <small>
              {by}, {showMoment(at)}
            </small>
          </dd>
        </div>
      </dl>
      <p className="small muted">Sebelumnya: {before || 'kosong'}</p>
      <div className="actions">
        <Button kind="second" name="bentrok" value={`mine ${itemId} ${path} ${at}`}>
          Pakai punya saya{name}
        </Button>
        <Button kind="second" name="bentrok" value={`theirs ${itemId} ${path} ${at}`}>
          Pakai yang tersimpan{name}
        </Button>
      </div>
    </section>
  );
}

function FindingLine({ finding, row, view }: { finding: Finding; row: ReportRow; view: ImportView }) {
  const { level, column, reason, remedy, choices = [], department } = finding;
  const place = column === null ? '' : `Kolom ${columnLetter(column)}: `;
  if (level === 'note')
    return (
      <p className="import-line small muted">
        <Icon name="info" />
        {place}
        {reason}
      </p>
    );
  const key = `${row.row}:${column}`;
  const text = view.texts[key];
  return (
    <div className={`check check-${level === 'doubt' ? 'warn' : 'block'}`}>
      <Icon name={level === 'doubt' ? 'warn' : 'block'} />
      <div className="check-body">
        <p>
          {place}
          {reason} {remedy}
        </p>
        {choices.length > 0 && (
          <div className="actions">
            {choices.map(({ label, cells }) => (
              <Button key={label} kind="second" name="pilih" value={JSON.stringify(cells)}>
                {label}
                <span className="only-read"> untuk baris {row.row + 1}</span>
              </Button>
            ))}
          </div>
        )}
        {text !== undefined && !department && (
          <Correction name={`sel-${key}`} text={text} row={row.row} column={column ?? 0} />
        )}
      </div>
    </div>
  );
}

/** The text of a cell, to be put right where it is told of. */
function Correction({
  name,
  text,
  row,
  column,
}: {
  name: string;
  text: string;
  row: number;
  column: number;
}) {
  const label = `Perbaiki sel ${columnLetter(column)}${row + 1}`;
  const lines = text.split('\n').length;
  return (
    <div className="import-correct">
      <label className="small" htmlFor={name}>
        {label}
      </label>
      <textarea
        className="input"
        key={text}
        id={name}
        name={name}
        rows={Math.min(8, lines)}
        defaultValue={text}
        spellCheck={false}
      />
      <Button kind="second">
        Periksa lagi<span className="only-read">, baris {row + 1}</span>
      </Button>
    </div>
  );
}
