import { findings, ruleOf, words } from './sentence-rules';
import type { Samples } from './source';

// English that some write in the middle of Indonesian, and the Indonesian word.
const translated: Record<string, string> = {
  ...{ account: 'akun', approve: 'setujui', backup: 'cadangan', browser: 'peramban', cancel: 'batal' },
  ...{ click: 'klik', dashboard: 'dasbor', deadline: 'tenggat', default: 'bawaan', delete: 'hapus' },
  ...{ disable: 'nonaktifkan', download: 'unduh', draft: 'draf', edit: 'ubah', 'e?-?mail': 'surel' },
  ...{ enable: 'aktifkan', error: 'galat', event: 'acara', failed: 'belum berhasil', feedback: 'masukan' },
  ...{ file: 'berkas', link: 'tautan', loading: 'memuat', log_in: 'masuk', log_out: 'keluar' },
  ...{ offline: 'luring', online: 'daring', password: 'kata sandi', please: 'what to do at once' },
  ...{ refresh: 'muat ulang', reload: 'muat ulang', reset: 'ulang dari awal', review: 'tinjau' },
  ...{ save: 'simpan', search: 'cari', setting: 'pengaturan', sign_in: 'masuk', submit: 'ajukan' },
  ...{ success: 'berhasil', update: 'perbarui', upload: 'unggah', user: 'pengguna' },
  ...{ user_name: 'nama pengguna', warning: 'peringatan', website: 'situs', workshop: 'lokakarya' },
};
// None of these is Indonesian, and hardly any English sentence is without one.
const english = words('the|and|of|is|for|with|your?|this|that|cannot|from|must');
// As in "diupload", "meng-update" and "files".
const bent = (word: string) => words(`(?:(?:di|me|mem|men|meng|ter)-?)?${word.replace('_', '[ -]?')}s?`);

/** Speaks Indonesian; what must be named in English is an exception with its reason. */
export const speaksIndonesian = ruleOf(
  findings([
    ...Object.entries(translated).map(([word, better]) => [bent(word), `write “${better}”`] as const),
    [english, 'write it in Indonesian'],
  ]),
);

// Spellings that KBBI does not have, and the one that it has.
const spellings: Record<string, string> = {
  ...{ aktifitas: 'aktivitas', analisa: 'analisis', antri: 'antre', azas: 'asas', detil: 'detail' },
  ...{ efektifitas: 'efektivitas', handal: 'andal', ijin: 'izin', jadual: 'jadwal' },
  ...{ kadaluarsa: 'kedaluwarsa', kerjasama: 'kerja sama', kreatifitas: 'kreativitas' },
  ...{ 'non aktif': 'nonaktif', obyek: 'objek', praktek: 'praktik', produktifitas: 'produktivitas' },
  ...{ propinsi: 'provinsi', prosentase: 'persentase', resiko: 'risiko', 'di ?rubah': 'diubah' },
  ...{ merubah: 'mengubah', sekedar: 'sekadar', standarisasi: 'standardisasi', subyek: 'subjek' },
  ...{ tanggungjawab: 'tanggung jawab', terlanjur: 'telanjur' },
};
const derived = (word: string) => words(`(?:ber|di|me|meng|per)?${word}(?:kan|an|nya)?`);
// “keluar” is a verb of its own.
const placed = words(
  '(?:(?:di|ke)(?:mana|atas|bawah|sini|situ|sana|dalam|antara|samping|belakang|depan)|diluar)',
);
const verbs =
  'ubah|isi|simpan|kirim|ajukan|setujui|kembalikan|buka|tutup|pilih|tulis|hapus|unduh|unggah|baca';

/** Spells as KBBI does. */
export const spellsAsInKbbi = ruleOf(
  findings([
    ...Object.entries(spellings).map(([word, better]) => [derived(word), `KBBI has “${better}”`] as const),
    [placed, 'a preposition stands apart, as in “di mana”, “ke dalam”'],
    [words(`di (?:${verbs})`), 'a passive is one word, as in “diubah”'],
  ]),
);

const path = 'lib/a.ts';
const said = (text: string) => ({
  what: text,
  at: `${path}:1`,
  files: { [path]: `const message = '${text}';` },
});
const fine = (...texts: string[]) => ({ [path]: texts.map(text => `const message = '${text}';`).join('\n') });

export const englishSamples: Samples = {
  caught: [
    ...[
      'Ada error pada isian.',
      'Submit',
      'Ganti password',
      'Isi Username',
      'Upload berkas',
      'Dapat di-download.',
    ],
    ...['Klik save.', 'Batal atau cancel', 'Isian ini diedit orang lain.', 'Kirim link', 'Pilih dua files.'],
    ...[
      'Tulis email Anda.',
      'Tulis e-mail Anda.',
      'Anda sedang online',
      'draft',
      'Log in',
      'Loading …',
      'User baru',
    ],
    ...['Nobody may read what the head wrote', 'Sandi is kosong'],
  ].map(said),
  fine: fine(
    'Unduh berkas, klik tautan, isi kata sandi, kirim surel.',
    'Isian daring dan luring, draf dan galat.',
    'quick win, Smart Living, WhatsApp, Excel, e-PPGBM, USER_NAME',
    'Profil dan profile tidak sama; reviewer, penyimpanan, terusan.',
  ),
};

export const spellingSamples: Samples = {
  caught: [
    ...['Pilih aktifitas.', 'Tulis resikonya.', 'Hasil analisa', 'Beri ijin tulis.', 'Sudah diijinkan.'],
    ...['Dimana berkasnya?', 'Lihat diatas.', 'Isi dibawah ini.', 'Ada disini.', 'Masuk kedalam rencana.'],
    ...['Isian ini sudah di ubah.', 'Perlu di isi.', 'Jangan merubah arah.', 'Tingkatkan produktifitasnya.'],
  ].map(said),
  fine: fine(
    'Aktivitas, risiko, analisis, izin, perizinan, dianalisis.',
    'Di mana? Di atas, di bawah, di sini, ke dalam, di antara.',
    'Sudah diubah, perlu diisi; di isian ini, di simpanan, kemanapun, kesananya.',
  ),
};
