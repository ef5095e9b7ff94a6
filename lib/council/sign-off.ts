import type { Row } from '@/lib/books/document';
import type { Block, TextDocument } from '@/lib/books/text-document';

/** What one department signs for. */
export type SignOff = {
  department: { code: string; name: string };
  indicators: readonly {
    dimension: string;
    code: string;
    title: string;
    unit: string;
    baseline: string;
    baselineYear: string;
    /** As many as the plan has years. */
    values: readonly string[];
    status: string;
  }[];
  /** Indicators that whoever takes the sheet out may not read yet. */
  hidden: number;
  /** Its reviewers have approved every one of them. */
  isAgreed: boolean;
  /** Who signs, and as what; '' while nobody leads the department. */
  head: { name: string; office: string };
};

type Around = { region: string; plan: string; years: readonly number[]; version: string; footer: string };

/** One sheet for each department: its indicators with their figures, and whoever leads it signs. */
export function signOffDocument(sheets: readonly SignOff[], around: Around): TextDocument {
  const [only] = sheets;
  const code = only?.department.code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const isOne = sheets.length === 1 && only;
  return {
    name: isOne ? `lembar-persetujuan-${code}` : 'lembar-persetujuan',
    title: isOne ? `Lembar persetujuan ${only.department.name}` : 'Lembar persetujuan OPD',
    ...{ isDraft: sheets.some(({ isAgreed }) => !isAgreed), isLying: true, footer: around.footer },
    blocks: sheets.flatMap((sheet, at): Block[] => [
      ...(at > 0 ? [{ kind: 'page' } as const] : []),
      ...sheetOf(sheet, around),
    ]),
  };
}

function sheetOf(sheet: SignOff, { region, plan, years, version }: Around): Block[] {
  const { department, indicators, hidden, head } = sheet;
  const words = `${department.name} menyetujui kondisi awal dan target indikator di bawah ini pada ${version}.`;
  return [
    { kind: 'masthead', lines: ['LEMBAR PERSETUJUAN OPD', plan] },
    {
      kind: 'facts',
      facts: [
        { label: 'Daerah', value: region },
        { label: 'OPD', value: department.name },
      ],
    },
    {
      kind: 'paragraph',
      text: indicators.length > 0 ? words : 'Belum ada indikator OPD ini di dalam rencana.',
    },
    ...(hidden > 0
      ? [{ kind: 'paragraph', text: `${hidden} indikator masih disusun dan belum dimuat di sini.` } as const]
      : []),
    ...(indicators.length > 0 ? [tableOf(indicators, years)] : []),
    ...(hasExamples(indicators)
      ? [{ kind: 'paragraph', text: 'Angka bertanda * adalah contoh dan bukan angka resmi.' } as const]
      : []),
    {
      kind: 'signatures',
      parties: [
        {
          before: ['........................., .........................', `${head.office},`],
          ...{ name: head.name, after: ['NIP ........................................'] },
        },
      ],
    },
  ];
}

const hasExamples = (indicators: SignOff['indicators']) =>
  indicators.some(({ baseline, values }) => [baseline, ...values].some(figure => figure.endsWith('*')));

function tableOf(indicators: SignOff['indicators'], years: readonly number[]): Block {
  const figure = (label: string, width = 9) => ({ label, width, align: 'end' as const });
  const text = (label: string, width: number) => ({ label, width, align: 'start' as const });
  const dimensions = [...new Set(indicators.map(({ dimension }) => dimension))];
  return {
    kind: 'table',
    columns: [
      ...[figure('No.', 4), text('Kode', 8), text('Indikator', 44), text('Satuan', 12)],
      ...[figure('Tahun awal', 7), figure('Kondisi awal', 10), ...years.map(year => figure(String(year)))],
      text('Status', 12),
    ],
    rows: dimensions.flatMap((dimension): Row[] => [
      { kind: 'heading', level: 2, text: dimension },
      ...indicators.flatMap((one, at): Row[] =>
        one.dimension !== dimension
          ? []
          : [
              {
                kind: 'record',
                cells: [
                  ...[String(at + 1), one.code, one.title, one.unit, one.baselineYear, one.baseline],
                  ...[...one.values, one.status],
                ],
              },
            ],
      ),
    ]),
  };
}
