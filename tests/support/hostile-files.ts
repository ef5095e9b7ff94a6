import { writeXlsx } from 'hucre/xlsx';
import {
  longRows,
  openDocument,
  sharedTexts,
  sheetXml,
  workbookOf,
  workbookParts,
  zipOf,
} from './workbook-parts';

export type HostileFile = {
  /** What is wrong with it. */
  name: string;
  fileName: string;
  make: () => Uint8Array | Promise<Uint8Array>;
  /** The exact sentence; or, where it can be read without harm, the texts of its first sheet. */
  refused?: string;
  read?: string[][];
  notes?: string[];
};

const one = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.65</v></c></row>';
const oneRead = [['Nama', '65%']];
const text = (value: string) => new TextEncoder().encode(value);
const saveAgain = 'Buka di Excel, simpan lagi sebagai .xlsx, lalu unggah.';
const damaged = `Berkas ini rusak atau terpotong. ${saveAgain}`;
const strange = `Susunan berkas ini tidak wajar, jadi tidak dibuka. ${saveAgain}`;
const inflates = 'Isi berkas ini mengembang terlalu besar. Salin tabelnya ke berkas baru, lalu unggah.';
const declares = `Berkas ini memuat deklarasi XML (DTD), jadi tidak dibuka. ${saveAgain}`;
const locked = 'Berkas ini berkata sandi. Simpan salinannya tanpa kata sandi, lalu unggah.';
const noTable = 'Berkas ini tidak berisi sel satu pun. Pilih berkas yang berisi tabel.';
const otherKind = (what: string) =>
  `Isi berkas ini ${what}, bukan lembar kerja. Pilih berkas Excel, ODS, atau CSV.`;
const manyRows = (sheet: string, rows: string) =>
  `Lembar “${sheet}” berisi ${rows} baris; paling banyak 30.100. Bagi menjadi beberapa berkas.`;
const lost = (cell: string) => `Teks sel ${cell} di lembar “Lembar 1” hilang dari berkas. ${saveAgain}`;
const ole = (inside: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_000),
    Buffer.from(inside, 'utf16le'),
  ]);

/** Files that a person might hand in by mistake or on purpose; made here, so that none lies in the repository. */
export const hostileFiles: HostileFile[] = [
  // Not what it is called.
  {
    name: 'nothing',
    fileName: 'a.xlsx',
    make: () => new Uint8Array(),
    refused: 'Berkas ini kosong. Pilih berkas Excel, ODS, atau CSV yang berisi tabel.',
  },
  { name: 'spaces only', fileName: 'a.csv', make: () => text('  \n ;; \n'), refused: noTable },
  {
    name: 'six megabytes',
    fileName: 'a.csv',
    make: () => new Uint8Array(6 * 1024 * 1024).fill(65),
    refused: 'Berkas ini 6,0 MB; paling besar 5 MB. Hapus gambar dan lembar lain, lalu unggah lagi.',
  },
  {
    name: 'a PDF',
    fileName: 'a.xlsx',
    make: () => text('%PDF-1.7\n1 0 obj'),
    refused: otherKind('dokumen PDF'),
  },
  {
    name: 'a photograph',
    fileName: 'a.xlsx',
    make: () => Buffer.from('ffd8ffe000104a464946', 'hex'),
    refused: otherKind('gambar'),
  },
  {
    name: 'a picture as CSV',
    fileName: 'a.csv',
    make: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    refused: otherKind('gambar'),
  },
  {
    name: 'a web page as old Excel',
    fileName: 'a.xls',
    make: () => text('<html><table><tr><td>1</td></tr></table></html>'),
    refused: otherKind('halaman web'),
  },
  {
    name: 'XML of Excel 2003',
    fileName: 'a.xls',
    make: () => text('<?xml version="1.0"?><Workbook/>'),
    refused: otherKind('berkas XML'),
  },
  {
    name: 'a Word document',
    fileName: 'a.xlsx',
    make: () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    refused: otherKind('dokumen Word'),
  },
  {
    name: 'a presentation',
    fileName: 'a.xlsx',
    make: () => zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    refused: otherKind('presentasi'),
  },
  {
    name: 'an OpenDocument text',
    fileName: 'a.ods',
    make: () => openDocument('', { mimetype: 'application/vnd.oasis.opendocument.text' }),
    refused: otherKind('dokumen lain'),
  },
  {
    name: 'a workbook in a zip',
    fileName: 'a.zip',
    make: () => zipOf({ 'a.xlsx': workbookOf(one) }),
    refused: otherKind('arsip zip'),
  },
  {
    name: 'a program',
    fileName: 'a.csv',
    make: () => Buffer.from('4d5a90000300000004000000', 'hex'),
    refused: otherKind('program'),
  },
  {
    name: 'an unknown kind',
    fileName: 'a.dbf',
    make: () => text('Nama;Nilai'),
    refused: 'Jenis berkas ini belum dapat dibaca. Pilih berkas .xlsx, .ods, atau .csv.',
  },
  { name: 'text called a workbook', fileName: 'a.xlsx', make: () => text('Nama;Nilai'), refused: damaged },
  {
    name: 'old Excel',
    fileName: 'a.xls',
    make: () => ole('Workbook'),
    refused: `Berkas ini Excel lama (.xls). ${saveAgain}`,
  },
  {
    name: 'old Excel with a new name',
    fileName: 'a.xlsx',
    make: () => ole('Workbook'),
    refused: `Berkas ini Excel lama (.xls). ${saveAgain}`,
  },
  {
    name: 'binary Excel',
    fileName: 'a.xlsx',
    make: () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
    refused: `Berkas ini Excel biner (.xlsb). ${saveAgain}`,
  },

  // Locked.
  {
    name: 'a workbook with a password',
    fileName: 'a.xlsx',
    make: () =>
      writeXlsx({
        sheets: [{ name: 'A', rows: [['x']] }],
        encryption: { password: 'rahasia', spinCount: 10 },
      }),
    refused: locked,
  },
  {
    name: 'a zip with a password',
    fileName: 'a.xlsx',
    make: () => patched(workbookOf(one), 'central', 8, 1, 2),
    refused: locked,
  },
  {
    name: 'an OpenDocument sheet with a password',
    fileName: 'a.ods',
    make: () => openDocument('', { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }),
    refused: locked,
  },

  // Zips that lie or swell.
  {
    name: 'half a workbook',
    fileName: 'a.xlsx',
    make: () => workbookOf(longRows(500, 5)).slice(0, 4_000),
    refused: damaged,
  },
  {
    name: 'a changed figure, which only its checksum tells',
    fileName: 'a.xlsx',
    make: () => replaced(workbookOf(one, {}, 0), '0.65', '0.95'),
    refused: damaged,
  },
  {
    name: 'a changed byte',
    fileName: 'a.xlsx',
    make: () => flipped(workbookOf(longRows(500, 5))),
    refused: damaged,
  },
  { name: 'a bomb', fileName: 'a.xlsx', make: () => workbookOf(' '.repeat(60_000_000)), refused: inflates },
  {
    name: 'a bomb that says it is small',
    fileName: 'a.xlsx',
    make: () => patched(workbookOf(' '.repeat(60_000_000)), 'central', 24, 1_000, 4),
    refused: inflates,
  },
  {
    name: 'a bomb in a picture, which is never inflated',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, { 'xl/media/a.zip': zipOf({ 'b.zip': zipOf({ c: new Uint8Array(50_000_000) }) }, 0) }),
    read: oneRead,
  },
  {
    name: 'forty sheets that are one',
    fileName: 'a.xlsx',
    make: () => overlapping(40, 6_000_000),
    refused: inflates,
  },
  {
    name: 'two thousand parts',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(
        one,
        Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`a/${index}`, 'x'])),
        0,
      ),
    refused: inflates,
  },
  {
    name: 'a way out of the folder',
    fileName: 'a.xlsx',
    make: () => workbookOf(one, { '../../etc/passwd': 'x' }),
    refused: strange,
  },
  {
    name: 'a name from the root',
    fileName: 'a.xlsx',
    make: () => workbookOf(one, { '/etc/passwd': 'x' }),
    refused: strange,
  },
  {
    name: 'the same name twice',
    fileName: 'a.xlsx',
    make: () => overlapping(2, 100, 'xl/worksheets/sheet1.xml'),
    refused: strange,
  },
  {
    name: 'a directory far outside',
    fileName: 'a.xlsx',
    make: () => patched(workbookOf(one), 'end', 16, 0x7fffffff, 4),
    refused: damaged,
  },

  // XML.
  {
    name: 'a billion laughs',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, {
        'xl/sharedStrings.xml': `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>${sharedTexts('<si><t>&c;</t></si>')}`,
      }),
    refused: declares,
  },
  {
    name: 'an entity from a file',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${sheetXml(one)}`,
      }),
    refused: declares,
  },
  {
    name: 'an entity in an OpenDocument sheet',
    fileName: 'a.ods',
    make: () => openDocument('', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>' }),
    refused: declares,
  },
  {
    name: 'a tower of tags',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, { 'xl/sharedStrings.xml': `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` }),
    refused: strange,
  },
  {
    name: 'tags that are not closed',
    fileName: 'a.ods',
    make: () => openDocument('<table:table-row>'),
    refused: damaged,
  },
  {
    name: 'bytes that are no text',
    fileName: 'a.xlsx',
    make: () => workbookOf(one, { 'xl/sharedStrings.xml': Buffer.from('3c737374ff3e', 'hex') }),
    refused: damaged,
  },
  {
    name: 'a quote that never ends',
    fileName: 'a.ods',
    make: () => openDocument(`<a b="${noise(300_000)}`),
    refused: damaged,
  },

  // Workbooks that promise what is not there.
  {
    name: 'no workbook',
    fileName: 'a.xlsx',
    make: () => zipOf({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>' }),
    refused: damaged,
  },
  {
    name: 'a sheet without its part',
    fileName: 'a.xlsx',
    make: () => zipOf(without(workbookParts([sheetXml(one)]), 'xl/worksheets/sheet1.xml')),
    refused: damaged,
  },
  {
    name: 'a picture as the only sheet',
    fileName: 'a.xlsx',
    make: () => zipOf(workbookParts([sheetXml(one)], 'chartsheet')),
    refused: noTable,
  },
  {
    name: 'a text number 7 of 1',
    fileName: 'a.xlsx',
    make: () => workbookOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    refused: lost('A1'),
  },
  {
    name: 'a text number below zero',
    fileName: 'a.xlsx',
    make: () => workbookOf('<row r="1"><c r="C1" t="s"><v>-1</v></c></row>'),
    refused: lost('C1'),
  },
  {
    name: 'a look that does not exist',
    fileName: 'a.xlsx',
    make: () => workbookOf('<row r="1"><c r="A1" s="999"><v>4</v></c></row>'),
    read: [['4']],
  },
  {
    name: 'a row 0',
    fileName: 'a.xlsx',
    make: () => workbookOf('<row r="0"><c r="A0"><v>4</v></c></row>'),
    refused: damaged,
  },
  {
    name: 'macros',
    fileName: 'a.xlsm',
    make: () => workbookOf(one, { 'xl/vbaProject.bin': 'x' }),
    read: oneRead,
    notes: ['Makro di berkas ini diabaikan; hanya isi selnya yang dibaca.'],
  },
  {
    name: 'a formula that starts a program',
    fileName: 'a.csv',
    make: () => text(`=cmd|'/c calc'!A1;@SUM(1)`),
    read: [["=cmd|'/c calc'!A1", '@SUM(1)']],
  },

  // Too much.
  {
    name: 'no dimension and no places',
    fileName: 'a.xlsx',
    make: () => workbookOf('<row><c t="s"><v>0</v></c><c s="1"><v>0.65</v></c></row>'),
    read: oneRead,
  },
  {
    name: 'a dimension of everything',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, { 'xl/worksheets/sheet1.xml': sheetXml(one, '<dimension ref="A1:XFD1048576"/>') }),
    read: oneRead,
  },
  {
    name: 'looks down to the last row',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(
        `${one}${Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 2}" s="1"><c r="XFD${index + 2}" s="1"/></row>`).join('')}`,
      ),
    read: oneRead,
  },
  {
    name: 'a cell in the last corner',
    fileName: 'a.xlsx',
    make: () => workbookOf(`${one}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    refused: 'Lembar “Lembar 1” punya isi jauh di baris 1.048.576. Hapus isi itu, lalu unggah lagi.',
  },
  {
    name: '100,000 rows',
    fileName: 'a.xlsx',
    make: () => workbookOf(longRows(100_000, 2)),
    refused: manyRows('Lembar 1', '100.000'),
  },
  {
    name: '100,000 lines',
    fileName: 'isian.csv',
    make: () => text('a;1\n'.repeat(100_000)),
    refused: manyRows('isian', '100.000'),
  },
  {
    name: '200 columns',
    fileName: 'a.xlsx',
    make: () => workbookOf(longRows(3, 200)),
    refused: 'Lembar “Lembar 1” punya isi sampai kolom ke-200; paling jauh 100. Hapus kolom lain.',
  },
  {
    name: '900,000 cells',
    fileName: 'a.xlsx',
    make: () => workbookOf(longRows(9_000, 100)),
    refused: 'Berkas ini berisi 900.000 sel; paling banyak 602.000. Hapus kolom atau lembar lain.',
  },
  {
    name: '70 sheets',
    fileName: 'a.xlsx',
    make: () => zipOf(workbookParts(Array(70).fill(sheetXml(one)))),
    refused: 'Berkas ini berisi 70 lembar; paling banyak 60. Hapus yang tidak perlu.',
  },
  {
    name: '50,000 merged blocks',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, {
        'xl/worksheets/sheet1.xml': sheetXml(
          one,
          '',
          `<mergeCells>${Array.from({ length: 50_000 }, (_, row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`).join('')}</mergeCells>`,
        ),
      }),
    refused: 'Berkas ini berisi 50.000 sel gabungan; paling banyak 20.000. Pisahkan sel gabungannya.',
  },
  {
    name: 'a block of the whole sheet',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, {
        'xl/worksheets/sheet1.xml': sheetXml(
          one,
          '',
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      }),
    read: [['Nama', '']],
    notes: ['Lembar “Lembar 1”: 1 isi di balik sel gabungan tidak dibaca karena tidak tampak.'],
  },
  {
    name: 'a megabyte in a cell',
    fileName: 'a.xlsx',
    make: () =>
      workbookOf(one, { 'xl/sharedStrings.xml': sharedTexts(`<si><t>${'kata '.repeat(200_000)}</t></si>`) }),
    refused: 'Satu sel berisi 1.000.000 huruf; paling banyak 32.767. Pendekkan, lalu unggah lagi.',
  },
  {
    name: 'a million spaces by one sign',
    fileName: 'a.ods',
    make: () =>
      openDocument(
        '<table:table-row><table:table-cell><text:p>a<text:s text:c="900000000"/>b</text:p></table:table-cell></table:table-row>',
      ),
    refused: 'Satu sel berisi 32.769 huruf; paling banyak 32.767. Pendekkan, lalu unggah lagi.',
  },
  {
    name: 'a row a million times',
    fileName: 'a.ods',
    make: () =>
      openDocument(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>',
      ),
    refused: manyRows('Lembar 1', '1.048.576'),
  },
  {
    name: 'a cell ten thousand times',
    fileName: 'a.ods',
    make: () =>
      openDocument(
        '<table:table-row><table:table-cell table:number-columns-repeated="10000"><text:p>a</text:p></table:table-cell></table:table-row>',
      ),
    refused: 'Lembar “Lembar 1” punya isi sampai kolom ke-10.000; paling jauh 100. Hapus kolom lain.',
  },

  // Texts.
  {
    name: 'zeros between letters that are no letters',
    fileName: 'a.csv',
    make: () => Uint8Array.from({ length: 4_000 }, (_, index) => (index * 37) % 9),
    refused: 'Isi berkas ini bukan teks. Simpan dari Excel sebagai .xlsx, lalu unggah.',
  },
  {
    name: 'a quote that is not closed',
    fileName: 'a.csv',
    make: () => text('a;b\n"c;d\ne;f\n'),
    refused: 'Tanda kutip di baris 2 tidak ditutup. Perbaiki berkasnya, lalu unggah lagi.',
  },
  {
    name: 'UTF-16 with tabs',
    fileName: 'a.txt',
    make: () => Buffer.from('\ufeffNama\t65%\r\n', 'utf16le'),
    read: oneRead,
  },
  {
    name: 'letters of Windows',
    fileName: 'a.csv',
    make: () => Buffer.from('Nama;“65%”', 'latin1').fill(0x93, 5, 6).fill(0x94, 9, 10),
    read: [['Nama', '“65%”']],
    notes: ['Berkas ini bukan UTF-8. Huruf khusus dibaca sebagai Windows-1252; periksa nama dan satuannya.'],
  },
];

const noise = (letters: number) =>
  Array.from({ length: letters }, (_, index) => ((index * index) % 7_919).toString(36)).join('');

type Place = 'central' | 'end';

/** The zip with a number in its last directory entry or its end record replaced. */
function patched(zip: Uint8Array, place: Place, offset: number, value: number, width: 2 | 4): Uint8Array {
  const copy = Buffer.from(zip);
  const from = copy.lastIndexOf(place === 'central' ? 'PK\x01\x02' : 'PK\x05\x06', undefined, 'latin1');
  copy.writeUIntLE(value, from + offset, width);
  return copy;
}

function replaced(zip: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(zip);
  copy.write(to, copy.indexOf(from), 'latin1');
  return copy;
}

function flipped(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.length - 1_000;
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

/** A workbook whose directory names the same packed bytes again and again. */
function overlapping(times: number, size: number, name?: string): Uint8Array {
  const zip = Buffer.from(workbookOf(' '.repeat(size)));
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const last = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  const entry = zip.subarray(last, end);
  const again = Array.from({ length: times }, (_, index) => {
    const copy = Buffer.from(entry);
    if (!name) copy.write(String(index).padStart(2, '0'), 46, 'latin1');
    return copy;
  });
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(tail.readUInt16LE(10) + times, 10);
  return Buffer.concat([zip.subarray(0, end), ...again, tail]);
}

function without<T extends object>(parts: T, name: string): T {
  return Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)) as T;
}
