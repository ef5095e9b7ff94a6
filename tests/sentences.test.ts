import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Exception, unexcused } from './architecture/exceptions';
import { namedInEnglish } from './architecture/sentence-exceptions';
import * as rules from './architecture/sentence-rules';
import * as vocabulary from './architecture/sentence-words';
import { listOf, sentencesOf } from './architecture/sentences';
import { loadSources, type Rule, type Samples } from './architecture/source';

const project = loadSources(fileURLToPath(new URL('..', import.meta.url)));

/** INTERFACE 1, proved: each rule holds for all that the program says, and catches what it is there to catch. */
const all: [what: string, rule: Rule, samples: Samples, exceptions?: Exception[]][] = [
  ['says how to put it right', rules.saysHowToPutItRight, rules.rightSamples],
  ['speaks Indonesian', vocabulary.speaksIndonesian, vocabulary.englishSamples, namedInEnglish],
  ['spells as in KBBI', vocabulary.spellsAsInKbbi, vocabulary.spellingSamples],
  ['sentences are short', rules.sentencesAreShort, rules.shortSamples],
  ['writes figures as here', rules.writesFiguresAsHere, rules.figureSamples],
];

describe.each(all)('%s', (_, rule, samples, exceptions = []) => {
  test('in the program', () => {
    expect(unexcused(rule(project), exceptions)).toEqual([]);
  });

  test.each(samples.caught)('catches $what', ({ files, at }) => {
    expect(placesOf(rule, files)).toEqual([at]);
  });

  test('lets pass what is fine', () => {
    expect(placesOf(rule, samples.fine)).toEqual([]);
  });
});

test('all that the program says stands in tests/output/sentences.txt', () => {
  const list = listOf(sentencesOf(project));
  const folder = fileURLToPath(new URL('output/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}sentences.txt`, `${list.join('\n')}\n`);
  expect(list.length).toBeGreaterThan(300);
});

// A collector that finds nothing would prove every rule.
test.each([
  'Lompat ke isi utama',
  'Di sini perangkat daerah {…} menyusun bersama rencana induk kota cerdas.',
  'Halaman {…} dari {…}',
  'Draf',
  'diajukan',
  'Isi {…}, {…}.',
  'Isi kata sandi.',
  'Menunggu penyiapan oleh proses lain …',
  'TRUST_PROXY harus 0 atau 1',
])('“%s” is found', text => {
  expect(sentencesOf(project).map(sentence => sentence.text)).toContain(text);
});

const read: [what: string, source: string, texts: string[]][] = [
  ['a line over several', "const a = <p>\n  Satu\n  dua {n}{' '}\n  tiga.\n</p>;", ['Satu dua {…} tiga.']],
  [
    'what runs on within it',
    'const a = <p>Di <b>{name}</b>, <Link href="/a">buka</Link></p>;',
    ['Di {…}, buka'],
  ],
  ['a line break', 'const a = <p>Satu<br />dua</p>;', ['Satu\ndua']],
  ['elements beside each other', 'const a = <ul><li>Satu</li><li>Dua</li></ul>;', ['Satu', 'Dua']],
  ['an element inside a text', 'const a = <div>Satu<p>Dua</p></div>;', ['Satu', 'Dua']],
  ['both branches', `const a = <p>Isi {isNew ? 'baru' : \`lama \${n}\`}</p>;`, ['Isi baru', 'Isi lama {…}']],
  ['what is said at times', "const a = <p>Isi{x && <> lagi {n}</>}{y ?? ''}</p>;", ['Isi lagi {…}{…}']],
  ['a word instead of nothing', "const a = <p>{x || 'kosong'}</p>;", ['kosong']],
  ['a text in a call', 'const a = <p>{list.map(x => <b key={x}>satu</b>)}</p>;', ['satu']],
  [
    'attributes',
    `<Field hint="satu" aria-label={\`dua \${n}\`} title="tiga" lead="Empat" />`,
    ['satu', 'dua {…}', 'tiga', 'Empat'],
  ],
  ['words put together', "const a = 'Target ' + year + ' belum diisi.';", ['Target {…} belum diisi.']],
  [
    'named words',
    "const a = { label: 'satu', noteMissing: 'dua' }; const helpText = 'tiga';",
    ['satu', 'dua', 'tiga'],
  ],
  ['a message for the operator', "throw new Quit('Porta dipakai.');", ['Porta dipakai.']],
  ['an Indonesian error', `throw new Error(\`Kode \${code} sudah ada.\`);`, ['Kode {…} sudah ada.']],
  ['an entry of a list', "const heads = ['Jenis', 'Masalah', 'id'];", ['Jenis', 'Masalah']],
  [
    'words with signs',
    "say('Menyimpan…'); say('✓ Tersimpan'); say('tulis minus, misalnya -5');",
    ['Menyimpan…', '✓ Tersimpan', 'tulis minus, misalnya -5'],
  ],
];

test.each(read)('reads %s', (_, source, texts) => {
  expect(sentencesOf(new Map([['lib/a.tsx', source]])).map(({ text }) => text)).toEqual(texts);
});

test.each([
  "'use client';",
  "import a from './Satu dua';",
  "type A = 'satu dua';",
  "const a = <p className={isOn ? 'row is-on' : 'row'} id=\"satu dua\" />;",
  "const a = { Satu: 1, 'Satu dua': 2 }; a['Satu dua'];",
  "if (key === 'Enter') go(); switch (key) { case 'Tab': go(); }",
  "log.error({ reason: 'Tidak ada' }, 'Permintaan belum dijawab');",
  "throw new Error('there is no such plan');",
  "client.query('SELECT a FROM b'); db.$queryRaw`SELECT a FROM b`;",
  `const icons = { help: 'M12 3a9 9 0 1 0 0 18z' }; const d = \`M\${x} 8V\${height - 8}\`;`,
  `const policy = [\`script-src 'nonce-\${nonce}'\`, 'text/plain; charset=utf-8', '/masuk', 'https://a.example/b'];`,
  "const words = ['rapat(?! anggota)', 'pe?layanan publik', 'daya (?:saing|beli)'];",
  "const context = 'satu'; find('title'); const sum = a + 1;",
])('does not read %s', source => {
  expect(sentencesOf(new Map([['lib/a.tsx', source]]))).toEqual([]);
});

test('reads the styles, and only app, components and lib', () => {
  const style = '.a::after {\n  content: "Halaman " counter(page);\n}\n.b::before { content: "›" / ""; }';
  const files = {
    'app/a.css': style,
    'tests/a.ts': "const label = 'Satu';",
    'lib/server/a.mjs': "say('Siap di sini');",
  };
  expect(sentencesOf(new Map(Object.entries(files)))).toEqual([
    { file: 'lib/server/a.mjs', line: 1, text: 'Siap di sini' },
    { file: 'app/a.css', line: 2, text: 'Halaman {…}' },
  ]);
});

test('a violation names place, sentence and what to write', () => {
  const files = new Map([['lib/a.ts', "const a = 1;\nconst message = 'Isi password Anda.';"]]);
  expect(unexcused(vocabulary.speaksIndonesian(files), [])).toEqual([
    'lib/a.ts:2 says “Isi password Anda.”; “password”: write “kata sandi”',
  ]);
});

function placesOf(rule: Rule, files: Record<string, string>): string[] {
  return rule(new Map(Object.entries(files))).map(({ file, line }) => `${file}:${line}`);
}
