import { Clash } from '@/components/item/clash';
import type { Editing } from '@/components/item/item-editor';
import { Button } from '@/components/ui/button';
import type { Sender } from '@/lib/live/sender';
import { readField } from '@/lib/plan/field-text';
import { itemPath } from '@/lib/plan/kinds/all';
import type { Field, Fields } from '@/lib/plan/kinds/kind';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import { titleOf } from './grid-row';
import type { RowView } from './row-view';
import { useSelection, type Walk } from './walk';

type Props = {
  /** What was just done, or why not. */
  said: string;
  rows: readonly RowView[];
  columns: readonly Field[];
  walk: Walk;
  sender: Sender;
  around: { departments: DepartmentView[]; subdimensions: SubdimensionView[] };
  onChange: (itemId: string, fields: Fields) => void;
};

/** What stands with the cell that the keyboard is at: where it is, what is wrong, and what to choose. */
export function CellBar({ said, rows, columns, walk, ...rest }: Props) {
  const { row, column } = useSelection(walk).focus;
  const [view, field] = [rows[row], columns[column]];
  return (
    <div className="cell-bar">
      <p className="small" role="status">
        {said}
      </p>
      {view && field && <About {...{ view, field, column, ...rest }} />}
    </div>
  );
}

type Present = Pick<Props, 'sender' | 'around' | 'onChange'> & {
  view: RowView;
  field: Field;
  column: number;
};

function About({ view, field, column, sender, around, onChange }: Present) {
  const { item, fields, cells } = view;
  const state = sender.stateOf(item.id, field.path);
  const { messages = [], text = '' } = cells[column] ?? {};
  const reading = state?.kind === 'unread' ? readField(field, state.text, fields) : null;
  const editing: Editing = {
    ...{ itemId: item.id, sender, fields, ...around },
    ...{ referenceName: () => '', isNamed: () => true, indicators: [] },
    findingsAt: () => [],
    threadsAt: () => [],
    change: (path, value) => onChange(item.id, { [path]: value }),
    changeAll: () => {},
  };
  return (
    <>
      <p className="small">
        <strong>{field.label}</strong>, {titleOf(view)}
        {isLong(text) && `: ${text}`}
        {messages.length > 0 && `. ${messages.join(' ')}`}
      </p>
      {reading?.kind === 'doubtful' && (
        <p className="line">
          {reading.options.map(({ label, value }) => (
            <Button key={label} kind="second" type="button" onClick={() => editing.change(field.path, value)}>
              {label}
            </Button>
          ))}
        </p>
      )}
      {cells.some(({ sign }) => sign === 'warn') && (
        <p className="small">
          <a href={itemPath(item)}>Tulis alasan peringatan di halaman indikator</a>
        </p>
      )}
      <Clash field={field} editing={editing} />
    </>
  );
}

/** Whether a cell may not show all of it. */
const isLong = (text: string) => text.length > 40 || text.includes('\n');
