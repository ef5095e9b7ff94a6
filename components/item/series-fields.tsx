import { type CSSProperties, Fragment } from 'react';
import { CheckMessage } from '@/components/ui/check-message';
import { Help } from '@/components/ui/help';
import { Trend } from '@/components/ui/trend';
import { cellOf, emptyCell, type Field, hasValue, textOf } from '@/lib/plan/kinds/kind';
import { amountOf, showCell } from '@/lib/plan/numbers';
import { CellInput } from './cell-input';
import { Clash } from './clash';
import { fieldId } from './field-id';
import { messagesOf } from './field-input';
import { FieldNotes } from './field-talk';
import type { Editing } from './item-editor';

/** Baseline and yearly targets in one row (on a phone one below the other), under the figure they make. */
export function SeriesFields({ fields, editing }: { fields: Field[]; editing: Editing }) {
  const baselineYear = typeof editing.fields.baselineYear === 'number' ? editing.fields.baselineYear : null;
  const direction = textOf(editing.fields, 'direction');
  const points = fields.map(field => ({
    year: field.year ?? baselineYear ?? 0,
    value: amountOf(cellOf(editing.fields, field.path)),
  }));
  const isLong = fields.some(field => showCell(cellOf(editing.fields, field.path)).length > 7);
  const unit = textOf(editing.fields, 'unit');
  const columns = { '--year-count': fields.length } as CSSProperties;
  return (
    <div className="field targets">
      <div className="label-line">
        <span className="label">Nilai tiap tahun</span>
        <Help about="nilai tiap tahun">
          Kondisi awal adalah angka terakhir yang diketahui. Target adalah angka yang ingin dicapai tahun itu.
          Bila memang tidak ada, tulis alasannya di bawah.
        </Help>
      </div>
      {points.filter(({ value }) => value !== null).length > 1 && (
        <Trend
          kind="wide"
          points={points}
          direction={direction === 'up' || direction === 'down' ? direction : undefined}
        />
      )}
      {unit && <p className="hint">Dalam {unit}</p>}
      <div className={isLong ? 'years is-long' : 'years'} style={columns}>
        {fields.map(field => (
          <Fragment key={field.path}>
            <CellInput field={field} editing={editing} baselineYear={baselineYear} />
            {messagesOf(field.path, editing).map((message, index) => (
              <CheckMessage
                // biome-ignore lint/suspicious/noArrayIndexKey: messages of one field have no other identity
                key={index}
                id={`${fieldId(field.path)}-check-${index}`}
                level={message.level}
                below={message.below}
              >
                {message.text}
              </CheckMessage>
            ))}
            <FieldNotes threads={editing.threadsAt(field.path)} />
            <Clash field={field} editing={editing} />
          </Fragment>
        ))}
      </div>
      <Absences fields={fields} editing={editing} />
    </div>
  );
}

/** Reasons for the places that stay empty on purpose. */
function Absences({ fields, editing }: { fields: Field[]; editing: Editing }) {
  const isHeld = (path: string) => editing.sender.stateOf(editing.itemId, path)?.kind === 'unread';
  const empty = fields.filter(({ path }) => !hasValue(cellOf(editing.fields, path)) && !isHeld(path));
  if (empty.length === 0) return null;
  const hasReasons = empty.some(field => cellOf(editing.fields, field.path).skipReason !== null);
  return (
    <details className="fold" open={hasReasons || undefined}>
      <summary>Tidak ada data atau tidak ditargetkan? Tulis alasannya</summary>
      {empty.map(field => {
        const id = `${fieldId(field.path)}-alasan`;
        const label =
          field.path === 'baseline'
            ? 'Alasan tidak ada data kondisi awal'
            : `Alasan ${field.year} tidak ditargetkan`;
        return (
          <div className="field" key={field.path}>
            <label className="label" htmlFor={id}>
              {label}
            </label>
            <input
              className="input"
              id={id}
              autoComplete="off"
              maxLength={500}
              value={cellOf(editing.fields, field.path).skipReason ?? ''}
              onChange={event =>
                editing.change(field.path, { ...emptyCell, skipReason: event.target.value || null })
              }
            />
          </div>
        );
      })}
    </details>
  );
}
