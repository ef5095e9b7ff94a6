// Opens what the program writes with LibreOffice, and lays the pages of every format out to be looked at.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tablePdf } from '@/lib/books/pdf';
import { tableWord } from '@/lib/books/word';
import { tableCsv } from '@/lib/exchange/csv';
import { tableWorkbook } from '@/lib/exchange/workbook';
import { hostileDocument, tableDocument } from '@/tests/support/table-document';

const output = join(process.cwd(), 'tests/output/office');
const say = (line: string) => process.stdout.write(`${line}\n`);
const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;

let faults = 0;
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
if (has('soffice', '--version')) await drill();
else say('LibreOffice tidak ditemukan');
process.exit(faults === 0 ? 0 : 1);

async function drill(): Promise<void> {
  for (const [name, document] of [
    ['rencana', tableDocument(60)],
    ['final', tableDocument(24, { isDraft: false })],
    ['asing', hostileDocument()],
  ] as const) {
    const write = (file: string, content: Uint8Array) => writeFileSync(join(output, file), content);
    write(`${name}.pdf`, tablePdf(document));
    write(`${name}-xlsx.xlsx`, await tableWorkbook(document));
    write(`${name}-csv.csv`, tableCsv(document));
    write(`${name}-docx.docx`, await tableWord(document));
    check(`${name}.pdf`, document.title);
    for (const format of ['xlsx', 'csv', 'docx']) {
      convert(`${name}-${format}.${format}`, format);
      check(`${name}-${format}.pdf`, format === 'csv' ? 'Uraian' : document.title);
    }
  }
}

function convert(file: string, format: string): void {
  // Semicolon, double quotes, UTF-8; text stays text.
  const filter = format === 'csv' ? ['--infilter=CSV:59,34,76,1'] : [];
  const profile = `-env:UserInstallation=file://${join(output, 'profile')}`;
  const args = [
    profile,
    '--headless',
    ...filter,
    '--convert-to',
    'pdf',
    '--outdir',
    output,
    join(output, file),
  ];
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) fault(`${file}: ${stderr}`);
}

function check(file: string, text: string): void {
  const path = join(output, file);
  if (!has('pdftoppm', '-v')) {
    say(`${file}: terbuka; pdftoppm tidak ditemukan`);
    return;
  }
  const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  const pages = stdout.split('\f').slice(0, -1);
  if (!stdout.includes(text)) fault(`${file}: “${text}” tidak ada`);
  const orphans = pages.filter(endsInHeading).length;
  if (orphans > 0 && !/-(xlsx|csv)\./.test(file))
    fault(`${file}: ${orphans} judul tertinggal di kaki halaman`);
  spawnSync('pdftoppm', ['-r', '80', '-png', path, path.replace(/\.pdf$/, '')]);
  say(`${file}: ${pages.length} halaman, ${orphans} judul di kaki halaman`);
}

function endsInHeading(page: string): boolean {
  const lines = page.split('\n').filter(line => line.trim() !== '' && !line.includes('Halaman '));
  return /^\s*(Tujuan:|Sasaran:|D\d [A-Z])/.test(lines.at(-1) ?? '');
}

function fault(what: string): void {
  faults++;
  say(`SALAH ${what}`);
}
