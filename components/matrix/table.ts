import { leftOutWord, statusIcons, statusWord } from '@/components/item/status-tag';
import { type Html, html } from '@/components/ui/html';
import { trendPaths } from '@/components/ui/trend';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { Cell } from '@/lib/plan/kinds/kind';
import { type MatrixRow, pointsOf } from '@/lib/plan/matrix';
import { showCell } from '@/lib/plan/numbers';
import type { DimensionView } from '@/lib/plan/read/frame';

export type TablePlan = { baselineYear: number; years: readonly number[] };

/** What changed of an item since a version: whether it is new, and what its fields said then. */
export type Mark = { isNew: boolean; before: ReadonlyMap<string, string> };
export type Marks = ReadonlyMap<string, Mark>;

/** The matrix as markup: rows by id, and the whole table once it is asked for. Drawn once for all who read the same. */
export function drawTable(
  rows: readonly MatrixRow[],
  plan: TablePlan,
  dimensions: readonly DimensionView[],
  marks: Marks,
): { rows: Map<string, string>; table: () => string } {
  const columns = plan.years.length + 4;
  const drawn = new Map(rows.map(row => [row.id, drawnRow(row, plan, columns, marks)]));
  const group = (dimension: DimensionView) => {
    const own = rows.filter(({ dimensionId }) => dimensionId === dimension.id);
    if (own.length === 0) return [];
    const lines = own.flatMap(({ id }) => drawn.get(id) ?? []);
    return html`<tbody style="--dimensi:${dimension.colour}">${groupHead(dimension, columns)}${lines}</tbody>`;
  };
  let table: string | null = null;
  const whole = () => html`<table class="matrix">${head(plan)}${dimensions.flatMap(group)}</table>`.html;
  return {
    rows: new Map([...drawn].map(([id, row]) => [id, row.html])),
    table: () => {
      table ??= whole();
      return table;
    },
  };
}

const known = new WeakMap<MatrixRow, { around: string; row: Html }>();

/** A row as markup; one that is as before is not drawn again, whoever reads it. */
function drawnRow(row: MatrixRow, plan: TablePlan, columns: number, marks: Marks): Html {
  const draw = () => (row.kind === 'indicator' ? indicator(row, plan, marks) : aim(row, columns, marks));
  if (marks.has(row.id)) return draw();
  const around = `${plan.baselineYear} ${plan.years}`;
  const before = known.get(row);
  if (before?.around === around) return before.row;
  const drawn = draw();
  known.set(row, { around, row: drawn });
  return drawn;
}

function head({ years }: TablePlan): Html {
  return html`<thead><tr><th class="first" scope="col">Tujuan, sasaran, indikator</th><th class="n" scope="col">Awal</th>${years.map(
    year => html`<th class="n" scope="col">${year}</th>`,
  )}<th class="path" scope="col">Tren</th><th scope="col">Status</th></tr></thead>`;
}

function groupHead({ slug, code, icon, name }: DimensionView, columns: number): Html {
  return html`<tr class="dim"><th scope="rowgroup" colspan="${columns}"><span class="stay"><a class="chip" href="/rencana/dimensi/${slug}"><b>${code}</b>${iconOf(icon)}${name}</a></span></th></tr>`;
}

function aim(row: MatrixRow, columns: number, marks: Marks): Html {
  const mark = marks.get(row.id);
  const owner = [`${row.departmentCode}${row.illustrative ? ' (contoh)' : ''}`, ...weights(row)].join(' · ');
  const label = [kinds[row.kind].label, row.kind === 'target' && row.subdimensionCode]
    .filter(Boolean)
    .join(' ');
  return html`<tr class="aim ${row.kind}" data-id="${row.id}"><th scope="rowgroup" colspan="${columns}"><span class="stay"><span class="code">${label}</span><a href="${itemPath(row)}">${row.title || 'Tanpa nama'}</a>${since(mark, 'title')}<span class="meta">${owner}</span>${tag(row)}</span></th></tr>`;
}

/** The owner's own mark, and beside it the place that the coordinator decided. */
function weights({ priority, rank }: MatrixRow): string[] {
  return [
    ...(priority ? [`prioritas ${priority.toLowerCase()}`] : []),
    ...(rank !== null ? [`peringkat ${rank}`] : []),
  ];
}

function indicator(row: MatrixRow, plan: TablePlan, marks: Marks): Html {
  const mark = marks.get(row.id);
  const year = row.baselineYear !== null && row.baselineYear !== plan.baselineYear && row.baselineYear;
  const meta = [row.unit, row.departmentCode].filter(Boolean).join(' · ');
  const code = row.code && html`<span class="nowrap">${row.code}</span>${meta && ' · '}`;
  const cells = plan.years.map((one, index) =>
    value(row, row.cells[index], 'tidak ditargetkan', mark?.before.get(`milestones.${one}`), {
      elsewhere: row.elsewhere[index],
    }),
  );
  const first = value(row, row.baseline, 'tidak ada data', mark?.before.get('baseline'), { year });
  return html`<tr data-id="${row.id}"><th class="first" scope="row"><a href="${itemPath(row)}">${row.title || 'Indikator tanpa nama'}</a>${since(mark, 'title')}<span class="meta">${code}${meta}</span></th>${first}${cells}<td class="path">${trend(row, plan)}</td><td>${tag(row)}</td></tr>`;
}

function value(
  { precision }: MatrixRow,
  cell: Cell | undefined,
  absence: string,
  before: string | undefined,
  { year, elsewhere }: { year?: number | false; elsewhere?: string },
): Html {
  const shown = cell ? showCell(cell, precision) : '';
  const text = elsewhere ? html`<span class="no-data">${elsewhere}</span>` : figure(shown, cell, absence);
  const was = before === undefined ? null : html`<span class="was">dulu ${before || 'kosong'}</span>`;
  return html`<td class="n">${text}${year && html`<span class="meta">${year}</span>`}${was}</td>`;
}

function figure(shown: string, cell: Cell | undefined, absence: string): Html {
  if (shown !== '') return cell?.illustrative ? html`${shown}` : html`<u>${shown}</u>`;
  if (cell?.skipReason) return html`<span class="no-data">${absence}</span>`;
  return html`<span aria-hidden="true">–</span><span class="only-read">belum diisi</span>`;
}

function since(mark: Mark | undefined, path: string): Html | null {
  if (!mark) return null;
  const before = mark.before.get(path);
  const word = mark.isNew ? 'baru' : 'berubah';
  return html`<span class="change-mark">${word}</span>${before !== undefined && !mark.isNew && html`<span class="was">dulu ${before || 'kosong'}</span>`}`;
}

function tag({ status, selfApproved, isLeftOut }: MatrixRow): Html {
  const leftOut = isLeftOut && html`<span class="tag tag-returned">${iconOf('split')}${leftOutWord}</span>`;
  return html`<span class="tag tag-${status}">${iconOf(statusIcons[status])}${statusWord(status, selfApproved)}</span>${leftOut}`;
}

function trend(row: MatrixRow, { years }: TablePlan): Html {
  const { line, against, far, dots, width, height } = trendPaths(pointsOf(row, years), row.direction);
  return html`<svg class="trend" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${line !== '' && html`<path d="${line}"/>`}${against !== '' && html`<path class="trend-against" d="${against}"/>`}${far !== '' && html`<path class="trend-far" d="${far}"/>`}${dots !== '' && html`<path class="trend-dot" d="${dots}"/>`}</svg>`;
}

const iconOf = (name: string) =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-${name}"/></svg>`;
