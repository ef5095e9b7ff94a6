// Writes the files of tests/golden anew: `node --import tsx tests/support/make-golden.ts`. Three writers: hucre,
// excelts, and LibreOffice, which opens what hucre wrote and saves it in its own way. The JSON beside a file is what
// was read from it when it was made; look at it before it is kept.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { type Cell, writeXlsx } from 'hucre/xlsx';
import { readFile } from '@/lib/exchange/foreign/read-file';

const golden = join(process.cwd(), 'tests/golden');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

type Value = string | number | boolean | Date | null;
type Styled = { value: Value; format?: string; formula?: string };
const of = (value: Value, format?: string): Styled => ({ value, ...(format ? { format } : {}) });

/** A head of two rows with merged blocks, stacked cells, percents, and dates that may have been numbers. */
const rows: Styled[][] = [
  ['Matriks indikator kinerja', null, null, null, null, null].map(value => of(value)),
  ['Perangkat daerah', 'Indikator', 'Satuan', 'Target', null, 'Terakhir'].map(value => of(value)),
  [null, null, null, '2025', '2026', null].map(value => of(value)),
  [
    of('DINKES'),
    of('Prevalensi stunting'),
    of('Persen'),
    of(0.1134, '0.00%'),
    of(0.105, '0.00%'),
    of(day('2026-03-10'), 'dd/mm/yyyy'),
  ],
  [
    of(null),
    of('Angka kematian ibu'),
    of('per 100.000'),
    of(87.35),
    { value: 85.5, formula: 'D5-1.85' },
    of(day('2026-03-10'), 'd-mmm'),
  ],
  [
    of('DINDIKBUD'),
    of('Rata-rata lama sekolah\nHarapan lama sekolah'),
    of('Tahun'),
    of('7,34\n12,02'),
    of('–'),
    of('10-Mar'),
  ],
  [of('DPUPR'), of(' Panjang jalan mantap '), of('km'), of(1_234_567.5, '#,##0.00'), of(0.1 + 0.2), of(true)],
  [of(null), of('=bukan rumus'), of('%'), of(0.65), of('#N/A'), of(100_000_000_000_000)],
];
const merges = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'A4:A5', 'A7:A8'];

async function byHucre(): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) => {
    row.forEach(({ value, format, formula }, column) => {
      if (!format && !formula) return;
      cells.set(`${at},${column}`, {
        value,
        ...(format ? { style: { numFmt: format } } : {}),
        ...(formula ? { formula, formulaResult: value } : {}),
      });
    });
  });
  const blocks = merges.map(merge => {
    const [from, to] = merge
      .split(':')
      .map(ref => ({ row: Number(ref.slice(1)) - 1, column: ref.charCodeAt(0) - 65 }));
    return {
      startRow: from?.row ?? 0,
      startCol: from?.column ?? 0,
      endRow: to?.row ?? 0,
      endCol: to?.column ?? 0,
    };
  });
  return writeXlsx({
    sheets: [
      { name: 'Matriks', rows: rows.map(row => row.map(({ value }) => value)), cells, merges: blocks },
      { name: 'Catatan', rows: [['Dibuat untuk uji baca'], [], [3.5]], hidden: true },
    ],
  });
}

async function byExcelts(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Matriks');
  rows.forEach((row, at) => {
    row.forEach(({ value, format, formula }, column) => {
      const cell = sheet.getCell(at + 1, column + 1);
      cell.value = formula ? { formula, result: value as number } : value;
      if (format) cell.numFmt = format;
    });
  });
  for (const merge of merges) sheet.mergeCells(merge);
  workbook.addWorksheet('Catatan', { state: 'hidden' }).getCell('A1').value = 'Dibuat untuk uji baca';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const folder = mkdtempSync(join(tmpdir(), 'golden-'));
const source = join(folder, 'sumber.xlsx');
writeFileSync(source, await byHucre());
writeFileSync(join(golden, 'hucre.xlsx'), await byHucre());
writeFileSync(join(golden, 'excelts.xlsx'), await byExcelts());
// Semicolons, double quotes, UTF-8, first sheet, cells as they are shown.
for (const [format, filter] of [
  ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
  ['ods', 'ods:calc8'],
  ['csv', 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true'],
] as const) {
  const out = join(folder, format);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const { status, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', out, source],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw new Error(stderr);
  copyFileSync(join(out, `sumber.${format}`), join(golden, `libreoffice.${format}`));
}
rmSync(folder, { recursive: true, force: true });
for (const file of ['hucre.xlsx', 'excelts.xlsx', 'libreoffice.xlsx', 'libreoffice.ods', 'libreoffice.csv']) {
  const opened = await readFile(new Uint8Array(readFileSync(join(golden, file))), file);
  writeFileSync(join(golden, `${file}.json`), `${JSON.stringify(opened, null, 1)}\n`);
}
