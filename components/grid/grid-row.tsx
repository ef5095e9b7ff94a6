import { memo, useLayoutEffect, useRef } from 'react';
import { statusWord } from '@/components/item/status-tag';
import { Icon, type IconName } from '@/components/ui/icon';
import { itemPath } from '@/lib/plan/kinds/all';
import type { Field } from '@/lib/plan/kinds/kind';
import type { Proposed } from '@/lib/plan/proposal';
import { CellEditor } from './cell-editor';
import { columnHead } from './columns';
import type { RowView, Sign } from './row-view';
import { useRowSpot, type Walk } from './walk';

type Props = {
  view: RowView;
  columns: readonly Field[];
  y: number;
  walk: Walk;
  proposed: Record<string, Proposed> | null;
  /** Rows that nobody has come near yet have their name only: three hundred whole ones would be slow to type in. */
  isNear: boolean;
};

const signs: Record<Sign | Proposed['kind'], [icon: IconName, word: string]> = {
  waiting: ['offline', 'Belum terkirim'],
  saving: ['clock', 'Menyimpan'],
  conflict: ['split', 'Bentrok'],
  refused: ['block', 'Ditolak'],
  unread: ['block', 'Belum tersimpan'],
  block: ['block', 'Salah'],
  warn: ['warn', 'Peringatan'],
  ready: ['plus', 'Usulan'],
  doubtful: ['help', 'Diragukan'],
};

/** One indicator of the grid. Drawn again only when something of it changed. */
export const GridRow = memo(function GridRow({ view, columns, y, walk, proposed, isNear }: Props) {
  const { item, cells, open } = view;
  const { active, chosen, typing } = useRowSpot(walk, y);
  const isWhole = isNear || active >= 0;
  const row = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (active >= 0 && !typing) walk.claim(y, row.current?.children[active] as HTMLElement | undefined);
  }, [active, typing, walk, y]);
  const isBarred = !item.isEditable;
  return (
    <tr
      ref={row}
      role="row"
      aria-rowindex={y + 2}
      data-y={y}
      className={[isBarred && 'is-barred', active >= 0 && 'is-active'].filter(Boolean).join(' ')}
    >
      {(isWhole ? columns : columns.slice(0, 1)).map((field, x) => {
        const cell = cells[x];
        const offer = proposed?.[field.path];
        const isChosen = chosen !== null && x >= chosen[0] && x <= chosen[1];
        const Tag = x === 0 ? 'th' : 'td';
        const sign = offer ? offer.kind : (cell?.sign ?? null);
        return (
          <Tag
            key={field.path}
            role={x === 0 ? 'rowheader' : 'gridcell'}
            scope={x === 0 ? 'row' : undefined}
            id={`sel-${y}-${x}`}
            data-x={x}
            data-label={columnHead(field)}
            className={classOf(field, isChosen, sign)}
            tabIndex={x === active ? 0 : -1}
            aria-selected={isChosen}
            aria-readonly={isBarred || undefined}
            aria-invalid={sign === 'unread' || sign === 'refused' || sign === 'block' || undefined}
          >
            {typing && x === active ? (
              <CellEditor field={field} typing={typing} label={`${field.label}, ${titleOf(view)}`} />
            ) : (
              <>
                {sign && <SignMark sign={sign} />}
                <span className="cell-text">{offer ? offer.text || 'kosong' : cell?.text}</span>
                {cell?.isExample && !offer && (
                  <small>
                    <span className="only-read">, </span>contoh
                  </small>
                )}
              </>
            )}
          </Tag>
        );
      })}
      {isWhole && (
        <td role="gridcell" className="end" data-label="Kesiapan">
          <a href={itemPath(item)} tabIndex={-1}>
            {isBarred ? statusWord(item.status) : open === 0 ? 'Siap diajukan' : `Kurang ${open}`}
            <span className="only-read">, buka {titleOf(view)}</span>
          </a>
        </td>
      )}
    </tr>
  );
});

export const titleOf = ({ fields }: Pick<RowView, 'fields'>) =>
  typeof fields.title === 'string' && fields.title ? fields.title : 'Indikator tanpa nama';

function SignMark({ sign }: { sign: keyof typeof signs }) {
  const [icon, word] = signs[sign];
  return (
    <span className={`sign sign-${sign}`}>
      <Icon name={icon} />
      <span className="only-read">{word}: </span>
    </span>
  );
}

function classOf({ input, path }: Field, isChosen: boolean, sign: string | null): string {
  const names = [
    path === 'title' ? 'title' : `in-${input}`,
    isChosen && 'is-chosen',
    sign && sign !== 'saving' && 'has-sign',
    sign && sign !== 'saving' && `is-${sign}`,
  ];
  return names.filter(Boolean).join(' ');
}
