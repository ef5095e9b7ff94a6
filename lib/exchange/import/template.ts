import type { Column, Row, TableDocument, Value } from '@/lib/books/document';
import { kinds } from '@/lib/plan/kinds/all';
import { type Field, fitsCell, type ItemKind, type Kind } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';

type Frame = Pick<PlanFrame, 'region' | 'plan' | 'dimensions' | 'subdimensions' | 'departments'>;

/** A column of a template: its head, what stands below it in the example, and what may be chosen. */
type Head = { label: string; width: number; example: string; help: string; choices?: readonly string[] };

/** An empty table for one kind of item, made of the kind itself: heads, drop-downs, an example, what each column means. */
export function templateDocument(kind: Kind, frame: Frame): TableDocument {
  const heads = [
    ...trunkHeads(kind, frame),
    ...kind
      .fields(frame.plan)
      .filter(fitsCell)
      .flatMap(field => headOf(field, frame)),
  ];
  const lists = heads.filter(({ choices }) => choices);
  const rangeOf = (head: Head) => {
    const index = lists.indexOf(head);
    const letter = String.fromCharCode(65 + index);
    return index < 0 ? {} : { choices: `Daftar!$${letter}$3:$${letter}$${2 + (head.choices?.length ?? 0)}` };
  };
  const columns = heads.map(
    (head): Column => ({ label: head.label, width: head.width, align: 'start', ...rangeOf(head) }),
  );
  const word = kind.label.toLowerCase();
  return {
    ...plain('isian', `Templat impor ${word}, ${frame.region.name}`, columns, []),
    sheets: [
      plain(
        'contoh',
        `Contoh isi ${word}`,
        columns.map(({ choices: _, ...column }) => column),
        [heads.map(({ example }) => example || null)],
      ),
      plain(
        'petunjuk',
        'Petunjuk',
        [
          { label: 'Bagian', width: 28, align: 'start' },
          { label: 'Arti dan cara mengisi', width: 90, align: 'start' },
        ],
        [
          ['Lembar isian', `Isi lembar Isian, satu baris satu ${word}. Jangan ubah judul kolom.`],
          ['Sel kosong', 'Boleh kosong. Yang kosong dapat dilengkapi di Rembug.'],
          ['Angka', 'Pakai koma untuk pecahan: 10,5. Tulis persen sebagai 65%, bukan 0,65.'],
          ['Tujuan dan sasaran', 'Bila sama dengan yang sudah ada di rencana, baris ini masuk di bawahnya.'],
          ...heads.map(({ label, help }): Value[] => [label, help]),
        ],
      ),
      plain(
        'daftar',
        'Daftar pilihan',
        lists.map(({ label, width }) => ({ label, width, align: 'start' })),
        Array.from({ length: Math.max(0, ...lists.map(({ choices }) => choices?.length ?? 0)) }, (_, row) =>
          lists.map(({ choices }) => choices?.[row] ?? null),
        ),
      ),
    ],
  };
}

function plain(
  name: string,
  title: string,
  columns: readonly Column[],
  rows: readonly Value[][],
): TableDocument {
  return {
    ...{ name, title, isDraft: false, facts: [], columns, notes: [], footer: title },
    rows: rows.map((cells): Row => ({ kind: 'record', cells })),
  };
}

/** What a row hangs under and whose it is. */
function trunkHeads(kind: Kind, { dimensions, departments }: Frame): Head[] {
  const above = (name: ItemKind): Head => ({
    ...{ label: kinds[name].label, width: 40, example: kinds[name].example },
    help: `${kinds[name].label} tempat baris ini berada.`,
  });
  const [dimension] = dimensions;
  return [
    {
      ...{ label: 'Dimensi', width: 18, example: dimension?.name ?? '', help: 'Pilih dari daftar.' },
      choices: dimensions.map(({ name }) => name),
    },
    ...(kind.name === 'goal' ? [] : [above('goal')]),
    ...(kind.name === 'indicator' ? [above('target')] : []),
    {
      label: kind.label,
      width: 44,
      example: kind.example,
      help: kind.fields({ baselineYear: 0, years: [] })[0]?.help ?? '',
    },
    {
      ...{ label: 'OPD pengampu', width: 20, example: departments[0]?.code ?? '' },
      help: 'Kode OPD yang bertanggung jawab. Satu saja.',
      choices: departments.filter(({ isEnded }) => !isEnded).map(({ code }) => code),
    },
  ];
}

function headOf(field: Field, { plan, subdimensions }: Frame): Head[] {
  if (field.path === 'title') return [];
  const { label, help = '', example = '', hint = '' } = field;
  const base = { label, width: 16, help: [help, hint].filter(Boolean).join(' ') };
  if (field.input === 'choice') {
    const choices = field.options?.map(option => option.label) ?? [];
    return [{ ...base, example: choices[0] ?? '', choices }];
  }
  if (field.input === 'subdimension')
    return [{ ...base, width: 26, example: '', choices: subdimensions.map(({ name }) => name) }];
  if (field.suggestions) return [{ ...base, example, choices: field.suggestions }];
  if (field.input !== 'cell') return [{ ...base, example, width: field.input === 'paragraph' ? 34 : 18 }];
  const figures = ['10', '12', '14', '16', '18', '20', '22', '24', '26', '28', '30'];
  const at = field.year === undefined ? 0 : plan.years.indexOf(field.year) + 1;
  return [
    {
      ...base,
      width: 14,
      example: figures[at] ?? '',
      help: base.help || `Nilai ${label.toLowerCase()}. Boleh rentang, misalnya 9,5–10,5.`,
    },
  ];
}
