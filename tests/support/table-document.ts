import type { Column, Row, TableDocument, Value } from '@/lib/books/document';

const dimensions: [code: string, name: string, colour: string][] = [
  ['SG', 'Smart Governance – Tata Kelola Pemerintahan', '#1d4ed8'],
  ['SB', 'Smart Branding – Pemasaran Daerah', '#b45309'],
  ['SE', 'Smart Economy – Perekonomian', '#15803d'],
  ['SL', 'Smart Living – Kehidupan', '#be123c'],
  ['SS', 'Smart Society – Masyarakat', '#7e22ce'],
  ['SV', 'Smart Environment – Lingkungan', '#0f766e'],
];
const goals = [
  'Meningkatnya kualitas pelayanan publik yang mudah, cepat, murah, dan dapat dipertanggungjawabkan kepada masyarakat',
  'Menguatnya daya saing dan citra daerah melalui pengembangan pariwisata, ekonomi kreatif, dan penanaman modal',
  'Terwujudnya lingkungan hidup yang bersih, lestari, dan tangguh terhadap bencana',
];
const targets = [
  'Terselenggaranya layanan administrasi kependudukan secara daring di seluruh kecamatan dan desa',
  'Bertambahnya kunjungan wisatawan nusantara dan mancanegara ke desa wisata',
  'Berkurangnya timbulan sampah yang dibawa ke tempat pemrosesan akhir',
];
const indicators = [
  'Indeks Sistem Pemerintahan Berbasis Elektronik',
  'Persentase perangkat daerah yang menyediakan data statistik sektoral sesuai standar data, metadata, interoperabilitas, dan kode referensi Satu Data Indonesia',
  'Nilai realisasi investasi penanaman modal dalam negeri dan penanaman modal asing',
  'Jumlah kunjungan wisatawan',
  'Angka kematian bayi per 1.000 kelahiran hidup',
  'Rasio penduduk yang memperoleh akses air minum layak dan berkelanjutan terhadap jumlah seluruh penduduk kabupaten',
  'Predikat Sistem Akuntabilitas Kinerja Instansi Pemerintah',
  'Persentase penanganan sampah rumah tangga dan sampah sejenis sampah rumah tangga',
];
const departments = [
  'DINKOMINFO',
  'BAPPELITBANGDA',
  'DPMPTSP',
  'DINPORAPAR',
  'DINKES',
  'DPUPR',
  'SETDA',
  'DLH',
];
const units = [
  'Indeks',
  'Persen',
  'Rupiah',
  'Orang',
  'Kematian per 1.000 KH',
  'Persen',
  'Predikat',
  'Persen',
];
const years = [2025, 2026, 2027, 2028, 2029];

const columns: Column[] = [
  { label: 'Dimensi', width: 16, align: 'start', isOnlyInSheets: true },
  { label: 'Kode', width: 9, align: 'start' },
  { label: 'Uraian', width: 46, align: 'start' },
  { label: 'Perangkat daerah', width: 17, align: 'start' },
  { label: 'Satuan', width: 13, align: 'start' },
  { label: 'Status', width: 12, align: 'start' },
  { label: 'Tahun awal', width: 8, align: 'end' },
  { label: 'Kondisi awal', width: 15, align: 'end' },
  ...years.map((year): Column => ({ label: String(year), width: 15, align: 'end' })),
  { label: 'Data contoh', width: 9, align: 'start' },
];

/** A number with its Indonesian reading; a year is not grouped. */
export function amount(value: number, digits = 0, isYear = false): Exclude<Value, string | null> {
  const shown = value.toLocaleString('id-ID', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: !isYear,
  });
  return { amount: value, digits, shown };
}

/** A plan of `records` indicators under six dimensions, as long and uneven as real ones: 14 columns. */
export function planDocument(records: number, changes: Partial<TableDocument> = {}): TableDocument {
  return {
    name: 'rencana',
    title: 'Rencana Induk Kota Cerdas Kabupaten Purbalingga 2025–2029',
    isDraft: true,
    facts: [
      { label: 'Wilayah', value: 'Kabupaten Purbalingga, Provinsi Jawa Tengah' },
      { label: 'Tahun', value: '2025 sampai dengan 2029, kondisi awal 2024' },
      { label: 'Revisi', value: '1.284, 26 November 2026 pukul 10.15 WIB' },
      { label: 'Saringan', value: 'semua dimensi, semua perangkat daerah, semua status' },
      { label: 'Kepala rantai', value: '9f2c4e0b7d31a65c8e94f0d2b17a3c5e6f8091a2b3c4d5e6f708192a3b4c5d6e' },
    ],
    columns,
    rows: [...rowsOf(records)],
    notes: [
      'Tanda – di antara dua angka berarti rentang; yang tidak ditargetkan disertai alasannya.',
      'Angka yang ditandai “ya” pada kolom Data contoh tidak berasal dari dokumen resmi dan wajib diganti sebelum rencana disahkan oleh kepala daerah.',
    ],
    footer: 'Diambil oleh Sekretariat Dewan Smart City, 26 November 2026 pukul 10.15 WIB',
    ...changes,
  };
}

function* rowsOf(records: number): Generator<Row> {
  const each = Math.ceil(records / dimensions.length);
  for (let index = 0; index < records; index++) {
    const [code, name, colour] = dimensions[Math.floor(index / each)] ?? ['', '', ''];
    const within = index % each;
    if (within === 0) {
      yield { kind: 'heading', level: 1, text: name, aside: `${each} indikator`, colour, cells: [name] };
    }
    if (within % 12 === 0) {
      yield { kind: 'heading', level: 2, text: `Tujuan ${code}.${within / 12 + 1}. ${at(goals, index)}` };
    }
    if (within % 6 === 0) {
      const cells = [name, `${code}.${within / 6 + 1}`, at(targets, index)];
      yield {
        kind: 'heading',
        level: 3,
        text: `Sasaran ${cells[1]}. ${cells[2]}`,
        aside: 'DINKOMINFO',
        cells,
      };
    }
    yield {
      kind: 'record',
      cells: recordOf(name, `${code}.${Math.floor(within / 6) + 1}.${within + 1}`, index),
    };
  }
}

function recordOf(dimension: string, code: string, index: number): Value[] {
  const status = at(['draf', 'diajukan', 'disetujui'], index);
  return [
    ...[dimension, code, at(indicators, index), at(departments, index), at(units, index), status],
    amount(2024, 0, true),
    targetOf(index, 0),
    ...years.map((_, year) => targetOf(index, year + 1)),
    index % 5 === 0 ? 'ya' : null,
  ];
}

function targetOf(index: number, year: number): Value {
  switch (index % 8) {
    case 0:
      return amount(2.51 + year * 0.1, 2);
    case 1:
      return year === 3
        ? 'tidak ditargetkan: menunggu hasil survei Badan Pusat Statistik'
        : amount(61 + year * 5);
    case 2:
      return amount(1_062_961_500 * (year + 1));
    case 3:
      return amount(318_204 + year * 12_500);
    case 4:
      return `${(9.5 - year).toFixed(1).replace('.', ',')}–${(10.5 - year).toFixed(1).replace('.', ',')}`;
    case 6:
      return at(['B', 'BB', 'BB', 'A', 'A', 'AA'], year);
    case 7:
      return year === 0 ? 'tidak ada data: belum pernah dihitung' : amount(70 + year * 2.5, 1);
    default:
      return year === 5 ? null : amount(88.125 + year, 3);
  }
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
