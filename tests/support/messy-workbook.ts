import { type CellValue, writeXlsx } from 'hucre/xlsx';

/** A worksheet as departments keep them: heads over two rows, merged and stacked cells, dashes, shares, a total. */
export async function messyWorkbook(): Promise<Buffer> {
  const rows: CellValue[][] = [
    ['RENCANA AKSI SMART CITY DINAS KESEHATAN'],
    [],
    [
      'NO',
      'TUJUAN',
      'SASARAN',
      'INDIKATOR KINERJA',
      'SATUAN',
      'BASELINE',
      'TARGET',
      null,
      null,
      'OPD PENANGGUNG JAWAB',
    ],
    [null, null, null, null, null, '2024', '2025', '2026', '2027'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
    ['SMART LIVING'],
    [
      ...[1, 'Meningkatnya kualitas hidup  yang layak', 'Meningkatnya akses\nlayanan kesehatan dasar'],
      ...['Cakupan imunisasi uji', '%', 0.85, 0.87, 0.9, 0.95, 'DINKES'],
    ],
    [2, null, null, 'Rasio dokter uji', 'rasio', '0,45', '0,5', '0,6', '0,7', 'DINASKESEHATAN'],
    [
      ...[3, null, null, '1. Jumlah puskesmas uji\n2. Jumlah posyandu uji\n3. Persentase desa uji'],
      ...['unit\nunit\n%', '20\n1.100,0\n65', '21\n1.150,0\n70', '22\n1.200,0\n75', '22\n1.239,0\n80'],
      'Dinas Kesehatan Kab. Purbalingga',
    ],
    [4, null, null, '1. Kematian ibu uji\n2. Kematian bayi uji', null, '70\n8\n5', '-', '–', '—', 'Dinkes'],
    [5, null, null, 'Kepuasan pasien uji', 'Indeks', '#VALUE!', 'NA', '85', '86', 'Dinas Kesehatan'],
    [
      6,
      null,
      'Masyarakat miskin',
      'Cakupan jaminan uji',
      '%',
      '90%',
      '92%',
      '95%',
      '98%',
      'Dinas Sehat Bersama',
    ],
    [7, 'Tujuan lain', 'Sasaran lain', 'Panjang jalan uji', 'km', '10', '12', '14', '16', 'DPUPR'],
    ['JUMLAH', null, null, null, null, '100'],
  ];
  const over = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    ...{ startRow, startCol, endRow, endCol },
  });
  const merges = [
    ...[0, 1, 2, 3, 4, 9].map(column => over(2, column, 3, column)),
    ...[over(2, 6, 2, 8), over(6, 1, 10, 1), over(6, 2, 10, 2)],
  ];
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Rencana', rows, merges }] }));
}
