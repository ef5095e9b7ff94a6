import { limits } from './limits';

/** Why a file is not read: one sentence that says what is wrong, and what to do. */
export class Refusal extends Error {}

const count = (amount: number) => String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
const saveAgain = 'Buka di Excel, simpan lagi sebagai .xlsx, lalu unggah.';

/** Every sentence that a foreign file may be refused with. */
export const refusals = {
  empty: () => new Refusal('Berkas ini kosong. Pilih berkas Excel, ODS, atau CSV yang berisi tabel.'),
  noTable: () => new Refusal('Berkas ini tidak berisi sel satu pun. Pilih berkas yang berisi tabel.'),
  tooLarge: (bytes: number) =>
    new Refusal(
      `Berkas ini ${megabytes(bytes)} MB; paling besar 5 MB. Hapus gambar dan lembar lain, lalu unggah lagi.`,
    ),
  locked: () => new Refusal('Berkas ini berkata sandi. Simpan salinannya tanpa kata sandi, lalu unggah.'),
  oldExcel: () => new Refusal(`Berkas ini Excel lama (.xls). ${saveAgain}`),
  binaryExcel: () => new Refusal(`Berkas ini Excel biner (.xlsb). ${saveAgain}`),
  otherKind: (what: string) =>
    new Refusal(`Isi berkas ini ${what}, bukan lembar kerja. Pilih berkas Excel, ODS, atau CSV.`),
  otherName: () => new Refusal('Jenis berkas ini belum dapat dibaca. Pilih berkas .xlsx, .ods, atau .csv.'),
  damaged: () => new Refusal(`Berkas ini rusak atau terpotong. ${saveAgain}`),
  strange: () => new Refusal(`Susunan berkas ini tidak wajar, jadi tidak dibuka. ${saveAgain}`),
  inflates: () =>
    new Refusal('Isi berkas ini mengembang terlalu besar. Salin tabelnya ke berkas baru, lalu unggah.'),
  declares: () => new Refusal(`Berkas ini memuat deklarasi XML (DTD), jadi tidak dibuka. ${saveAgain}`),
  tooManySheets: (sheets: number) =>
    new Refusal(
      `Berkas ini berisi ${count(sheets)} lembar; paling banyak ${limits.sheets}. Hapus yang tidak perlu.`,
    ),
  tooManyRows: (sheet: string, rows: number) =>
    new Refusal(
      `Lembar “${sheet}” berisi ${count(rows)} baris; paling banyak ${count(limits.rows)}. Bagi menjadi beberapa berkas.`,
    ),
  tooFarDown: (sheet: string, row: number) =>
    new Refusal(`Lembar “${sheet}” punya isi jauh di baris ${count(row)}. Hapus isi itu, lalu unggah lagi.`),
  tooManyColumns: (sheet: string, columns: number) =>
    new Refusal(
      `Lembar “${sheet}” punya isi sampai kolom ke-${count(columns)}; paling jauh ${limits.columns}. Hapus kolom lain.`,
    ),
  tooManyCells: (cells: number) =>
    new Refusal(
      `Berkas ini berisi ${count(cells)} sel; paling banyak ${count(limits.cells)}. Hapus kolom atau lembar lain.`,
    ),
  tooManyMerges: (merges: number) =>
    new Refusal(
      `Berkas ini berisi ${count(merges)} sel gabungan; paling banyak ${count(limits.merges)}. Pisahkan sel gabungannya.`,
    ),
  tooLong: (letters: number) =>
    new Refusal(
      `Satu sel berisi ${count(letters)} huruf; paling banyak ${count(limits.letters)}. Pendekkan, lalu unggah lagi.`,
    ),
  tooMuchText: () =>
    new Refusal(
      'Teks di berkas ini terlalu banyak. Bagi menjadi beberapa berkas, lalu unggah satu per satu.',
    ),
  lostText: (sheet: string, cell: string) =>
    new Refusal(`Teks sel ${cell} di lembar “${sheet}” hilang dari berkas. ${saveAgain}`),
  noLines: () => new Refusal('Isi berkas ini bukan teks. Simpan dari Excel sebagai .xlsx, lalu unggah.'),
  openQuote: (line: number) =>
    new Refusal(`Tanda kutip di baris ${count(line)} tidak ditutup. Perbaiki berkasnya, lalu unggah lagi.`),
} as const;

/** What befalls the reading of a file, not the file. */
export const readingFailed = {
  tooSlow: 'Berkas ini terlalu lama dibaca. Salin tabelnya saja ke berkas baru, lalu unggah.',
  died: 'Berkas ini tidak dapat dibaca sampai selesai. Salin tabelnya saja ke berkas baru, lalu unggah.',
} as const;
