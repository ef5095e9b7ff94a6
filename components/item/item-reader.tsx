import { Fragment } from 'react';
import { CheckMessage } from '@/components/ui/check-message';
import { Trend } from '@/components/ui/trend';
import { checkItem, reasonFor } from '@/lib/plan/checks/all';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { cellOf, type Field, inSentence, isCell, textOf, type Years } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import { amountOf, showCell } from '@/lib/plan/numbers';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { Thread } from '@/lib/plan/read/threads';
import { CommentLink, FieldNotes } from './field-talk';
import { namesOf } from './names';

type Props = {
  item: PlanItem;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  threads: Thread[];
};

/** An item in plain words, for whoever reads or reviews it. */
export function ItemReader({ item, plan, departments, subdimensions, threads }: Props) {
  const names = namesOf(plan, departments, subdimensions);
  const notesAt = (path: string) =>
    threads.filter(({ field, settledBy }) => field === path && settledBy === null);
  const fields = kinds[item.kind]
    .fields(plan)
    .filter(({ path }) => path !== 'title' && path !== 'code')
    .filter(({ path, isAsked }) => !isAsked || isAsked(item.fields) || item.fields[path] != null);
  const precision = typeof item.fields.precision === 'number' ? item.fields.precision : null;
  const groups = [...new Set(fields.map(({ group }) => group))];
  return (
    <>
      {groups.map(group => {
        const shown = fields.filter(field => field.group === group && field.input !== 'cell');
        const told = shown.map(field => ({
          field,
          text: showValue(field, item.fields[field.path] ?? null, names, precision),
        }));
        const isFilled = ({ field, text }: (typeof told)[number]) =>
          text !== '' || notesAt(field.path).length > 0;
        const filled = told.filter(isFilled);
        const empty = told.filter(one => !isFilled(one));
        const hasCells = fields.some(field => field.group === group && field.input === 'cell');
        if (shown.length === 0 && !hasCells) return null;
        return (
          <section key={group} className="form-group">
            <h2>{group}</h2>
            {filled.length > 0 && (
              <dl className="facts">
                {filled.map(({ field, text }) => (
                  <div key={field.path}>
                    <dt>
                      {field.label} <CommentLink field={field} />
                    </dt>
                    <dd>
                      {text}
                      <FieldNotes threads={notesAt(field.path)} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {empty.length > 0 && (
              <p className="small muted unfilled">
                Belum diisi:{' '}
                {empty.map(({ field }, place) => (
                  <Fragment key={field.path}>
                    {place > 0 && ', '}
                    <a href={`#komentar-${field.path}`}>{inSentence(field.label)}</a>
                  </Fragment>
                ))}
                . Pilih untuk berkomentar.
              </p>
            )}
            {hasCells && (
              <Series item={item} fields={fields.filter(field => field.input === 'cell')} notesAt={notesAt} />
            )}
          </section>
        );
      })}
    </>
  );
}

/** What the checks warn of, each with the owner's answer. */
export function Warnings({ item, plan }: { item: PlanItem; plan: Years }) {
  return checkItem(item, plan)
    .filter(({ level }) => level === 'warn')
    .map(finding => (
      <CheckMessage
        key={finding.key}
        level="warn"
        below={
          <p className="small">
            <strong>Alasan OPD:</strong> “{reasonFor(item, finding) || 'belum ditulis'}”
          </p>
        }
      >
        {finding.message}
      </CheckMessage>
    ));
}

type SeriesProps = { item: PlanItem; fields: Field[]; notesAt: (path: string) => Thread[] };

function Series({ item, fields, notesAt }: SeriesProps) {
  const precision = typeof item.fields.precision === 'number' ? item.fields.precision : null;
  const year = item.fields.baselineYear;
  const hasExamples = fields.some(field => {
    const value = item.fields[field.path];
    return isCell(value ?? null) && cellOf(item.fields, field.path).illustrative;
  });
  const unit = textOf(item.fields, 'unit');
  const direction = textOf(item.fields, 'direction');
  const points = fields.map(field => ({
    year: field.year ?? (typeof year === 'number' ? year : 0),
    value: amountOf(cellOf(item.fields, field.path)),
  }));
  return (
    <>
      {points.filter(({ value }) => value !== null).length > 1 && (
        <Trend
          kind="wide"
          points={points}
          direction={direction === 'up' || direction === 'down' ? direction : undefined}
        />
      )}
      <table className="series">
        {unit && <caption>Dalam {unit}</caption>}
        <tbody>
          {fields.map(field => {
            const cell = cellOf(item.fields, field.path);
            const name = field.path === 'baseline' ? `Kondisi awal${year ? ` ${year}` : ''}` : field.label;
            return (
              <tr key={field.path}>
                <th scope="row">{name}</th>
                <td className="number">
                  {cell.skipReason ? (
                    <span className="muted">
                      {field.path === 'baseline' ? 'tidak ada data' : 'tidak ditargetkan'}
                    </span>
                  ) : (
                    showCell(cell, precision) || '–'
                  )}
                </td>
                <td className="small muted">
                  {cell.skipReason ?? (cell.illustrative ? 'data contoh' : '')}
                  <FieldNotes threads={notesAt(field.path)} />
                </td>
                <td>
                  <CommentLink field={field} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hasExamples && <p className="legend">Angka bertanda data contoh bukan angka resmi.</p>}
    </>
  );
}
