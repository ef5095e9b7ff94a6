import { Trend } from '@/components/ui/trend';
import { isOwnYear } from '@/lib/plan/checks/series';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import {
  type Cell,
  cellOf,
  type Field,
  hasValue,
  precisionOf,
  textOf,
  type Years,
} from '@/lib/plan/kinds/kind';
import { amountOf, showCell } from '@/lib/plan/numbers';
import type { Thread } from '@/lib/plan/read/threads';
import { CommentLink, FieldNotes } from './field-talk';
import { LiveText } from './live-text';

type Props = { item: PlanItem; plan: Years; notesAt: (path: string) => Thread[] };

/** Baseline and yearly targets as a figure, and as the table that says the same. */
export function SeriesReader({ item, plan, notesAt }: Props) {
  const fields = kinds[item.kind].fields(plan).filter(({ input }) => input === 'cell');
  const precision = precisionOf(item.fields);
  const year = typeof item.fields.baselineYear === 'number' ? item.fields.baselineYear : plan.baselineYear;
  const unit = textOf(item.fields, 'unit');
  const stops = fields.map(field => ({
    field,
    cell: cellOf(item.fields, field.path),
    year: field.year ?? year,
  }));
  return (
    <>
      <SeriesFigure
        stops={stops.filter(({ cell }) => cell.skipReason === null)}
        precision={precision}
        direction={textOf(item.fields, 'direction')}
      />
      <table className="series">
        {unit && <caption>Dalam {unit}</caption>}
        <tbody>
          {stops.map(({ field, cell }, place) => (
            <tr key={field.path}>
              <th scope="row">{nameOf(field, item.fields.baselineYear)}</th>
              <td className="number">
                {!hasValue(cell) && field.year !== undefined && !isOwnYear(item, field.year) ? (
                  <span className="no-data">di indikator lain</span>
                ) : cell.skipReason ? (
                  <span className="no-data">
                    {field.path === 'baseline' ? 'tidak ada data' : 'tidak ditargetkan'}
                  </span>
                ) : (
                  <LiveText
                    item={{ id: item.id, version: item.version }}
                    path={field.path}
                    text={showCell(cell, precision) || '–'}
                  />
                )}
              </td>
              <td className="small muted">
                {elsewhereOf(item, field.year) || remarkOf(cell, stops[place - 1]?.cell)}
                <FieldNotes threads={notesAt(field.path)} />
              </td>
              <td>
                <CommentLink field={field} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {stops.some(({ cell }) => cell.illustrative) && (
        <p className="legend">Angka bertanda data contoh bukan angka resmi.</p>
      )}
    </>
  );
}

/** Which indicator a year belongs to, if not to this one. */
function elsewhereOf({ successor, fields }: PlanItem, year: number | undefined): string {
  if (year === undefined) return '';
  if (successor && year >= successor.year) return `→ ${successor.name || 'indikator lain'}`;
  const { replacesId, breakYear } = fields;
  return replacesId && typeof breakYear === 'number' && year < breakYear ? '← indikator yang digantikan' : '';
}

/** Why there is no value, unless the year before says the same. */
function remarkOf({ skipReason, illustrative }: Cell, before?: Cell): string {
  if (skipReason !== null) return skipReason === before?.skipReason ? '' : skipReason;
  return illustrative ? 'data contoh' : '';
}

const nameOf = ({ path, label }: Field, year: unknown) =>
  path === 'baseline' ? `Kondisi awal${year ? ` ${year}` : ''}` : label;

type FigureProps = {
  stops: { cell: Cell; year: number }[];
  precision: number | null;
  direction: string;
};

/** The figure with its two ends in numbers, so that it says something on its own. A year that is left out on purpose is no gap. */
function SeriesFigure({ stops, precision, direction }: FigureProps) {
  const known = stops.filter(({ cell }) => amountOf(cell) !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const shareBefore = (place: number) => `${(100 * place) / stops.length}%`;
  return (
    <figure className="series-figure">
      <Trend
        kind="wide"
        points={stops.map(({ year, cell }) => ({ year, value: amountOf(cell) }))}
        direction={direction === 'up' || direction === 'down' ? direction : undefined}
      />
      <figcaption
        style={{
          paddingInlineStart: shareBefore(stops.indexOf(first)),
          paddingInlineEnd: shareBefore(stops.length - 1 - stops.indexOf(last)),
        }}
      >
        {[first, last].map(({ year, cell }) => (
          <span key={year}>
            {year} <b className="number">{showCell(cell, precision)}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
