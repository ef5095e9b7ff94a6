import type { Column, Row, TableDocument, Value } from '@/lib/books/document';

const years = [2025, 2026, 2027, 2028, 2029, 2030];
const colours = ['#0437b4', '#0a7d4f', '#b45f04', '#7a1fa2', '#b00020', '#00677d'];
const names = [
  'Tata Kelola Pemerintahan yang Bersih, Terbuka, dan Melayani',
  'Pariwisata, Perdagangan, dan Wajah Kota',
  'Perekonomian yang Tumbuh Bersama Usaha Mikro, Kecil, dan Menengah',
  'Kehidupan yang Sehat, Layak, dan Mudah Dijangkau',
  'Masyarakat yang Terdidik, Rukun, dan Tangguh',
  'Lingkungan yang Lestari dan Siap Menghadapi Bencana',
];
const titles = [
  'Persentase perangkat daerah yang menyediakan data statistik sektoral sesuai standar data, metadata, interoperabilitas, dan kode referensi',
  'Angka harapan hidup saat lahir',
  'Indeks Sistem Pemerintahan Berbasis Elektronik',
  'Jumlah pelaku usaha mikro, kecil, dan menengah yang memasarkan produknya lewat lokapasar serta memiliki nomor induk berusaha',
  'Produk domestik regional bruto atas dasar harga berlaku dari sektor pariwisata dan ekonomi kreatif',
];
const units = ['persen', 'tahun', 'indeks', 'pelaku usaha', 'rupiah'];
const departments = ['DINKOMINFO', 'DINKES', 'BAPPELITBANGDA', 'DINKOPUKM', 'DINPORAPAR'];
const statuses = ['Draf', 'Menunggu persetujuan', 'Dikembalikan', 'Disetujui', 'Disetujui OPD sendiri'];

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

/** A number with its Indonesian reading; `mark` is the sign of an example. */
export function amount(value: number, digits = 0, mark = ''): Exclude<Value, string | null> {
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return { amount: value, digits, shown: `${value.toLocaleString('id-ID', places)}${mark}` };
}

const year: Value = { amount: 2024, digits: 0, shown: '2024' };

function target(index: number, place: number): Value {
  switch ((index + place) % 7) {
    case 0:
      return amount(1_062_961_500 + index * 1000);
    case 1:
      return '12,5–13,75';
    case 2:
      return place % 2 ? 'tidak ditargetkan: peraturan pelaksana belum terbit' : amount(-3.25, 2);
    case 3:
      return null;
    case 4:
      return amount(73.86 + place / 10, 2, '*');
    default:
      return amount(80 + (index % 20), 2);
  }
}

function indicator(index: number, dimension: string): Row {
  return {
    kind: 'record',
    cells: [
      ...[dimension, `${dimension}${1 + (index % 4)}`, 'Indikator', `${dimension}-${100 + index}`],
      ...[pick(titles, index), pick(departments, index), pick(statuses, index), pick(units, index)],
      ...[year, target(index, 0), ...years.map((_, place) => target(index, place + 1))],
      index % 3 ? null : 'ya',
    ],
  };
}

function aim(level: 2 | 3, index: number, dimension: string): Row {
  const kind = level === 2 ? 'Tujuan' : 'Sasaran';
  const title =
    level === 2
      ? 'Terwujudnya pelayanan publik yang cepat, mudah, dan merata sampai ke desa'
      : 'Meningkatnya mutu pelayanan administrasi kependudukan di kecamatan dan kelurahan';
  const department = pick(departments, index);
  const cells = [dimension, null, kind, `${dimension}-${index}`, title, department, 'Disetujui', null];
  return { kind: 'heading', level, text: `${kind}: ${title}`, aside: `${department}, disetujui`, cells };
}

function dimensionRows(name: string, place: number, count: number): Row[] {
  const dimension = `D${place + 1}`;
  const own = Math.floor(count / names.length) + (place < count % names.length ? 1 : 0);
  const body = Array.from({ length: own }, (_, index): Row[] => [
    ...(index % 8 === 0 ? [aim(2, index, dimension)] : []),
    ...(index % 4 === 0 ? [aim(3, index, dimension)] : []),
    indicator(index * names.length + place, dimension),
  ]);
  const text = `${dimension} ${name}`;
  return [{ kind: 'heading', level: 1, text, colour: pick(colours, place) }, ...body.flat()];
}

const sheet = (label: string, width: number): Column => ({
  ...{ label, width, align: 'start', isOnlyInSheets: true },
});

const columns: Column[] = [
  ...[sheet('Dimensi', 9), sheet('Subdimensi', 11), sheet('Jenis', 10)],
  { label: 'Kode', width: 9, align: 'start' },
  { label: 'Uraian', width: 52, align: 'start' },
  { label: 'OPD', width: 20, align: 'start' },
  { label: 'Status', width: 13, align: 'start' },
  { label: 'Satuan', width: 14, align: 'start' },
  { label: 'Tahun awal', width: 8, align: 'end' },
  { label: 'Kondisi awal', width: 14, align: 'end' },
  ...years.map((each): Column => ({ label: String(each), width: 12, align: 'end' })),
  sheet('Data contoh', 12),
];

/** A table like the plan's: six dimensions, long names, ranges, absences, examples; `count` records. */
export function tableDocument(count = 60, changes: Partial<TableDocument> = {}): TableDocument {
  return {
    name: 'rencana',
    title: 'Rencana Induk Kota Cerdas Kabupaten Uji 2025–2030',
    isDraft: true,
    facts: [
      { label: 'Daerah', value: 'Kabupaten Uji' },
      { label: 'Tahun', value: '2025–2030, kondisi awal 2024' },
      { label: 'Versi', value: 'Revisi 1.207, 3 Maret 2026 pukul 09.15' },
      { label: 'Rantai', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
      { label: 'Saringan', value: 'status draf, prioritas tinggi, memuat “pelayanan & perizinan”' },
    ],
    columns,
    rows: names.flatMap((name, place) => dimensionRows(name, place, count)),
    notes: [
      'Angka bertanda * adalah contoh dan bukan angka resmi.',
      'Sel kosong belum diisi. Nol ditulis 0.',
    ],
    footer: 'Kabupaten Uji, revisi 1.207. Diunduh 3 Maret 2026 pukul 09.15 oleh Siti & Uji.',
    ...changes,
  };
}

/** What an attacker or a careless paste may type; it must come out as it went in. */
export const hostileTexts = [
  ...['=1+1', '+62 811', '-2+3', '@SUM(A1)', '#N/A', '#REF!', '_x0041_', 'a;b,"c"'],
  ...['#emph[x] *tebal* $x$ @label <label> `kode`', '<w:p>&amp;"\'</w:p>', 'שלום עולם dan مرحبا'],
  'h'.repeat(250),
];

/** One record per hostile text, in the column of the longest text, and one with control characters. */
export function hostileDocument(): TableDocument {
  const texts = [...hostileTexts, 'kendali\u0000\u0007\u001b\u000b\ud800 akhir'];
  const records = texts.map((text): Row => ({ kind: 'record', cells: [null, null, null, null, text] }));
  const heading: Row = { kind: 'heading', level: 1, text: '=2+2 #strong[y]', colour: '"#fff' };
  return tableDocument(0, { title: '#title[x] <b> =3+3', rows: [heading, ...records] });
}
