import { type ItemKind, textOf } from '../kinds/kind';
import type { Check, Finding } from './check';

const any = (...words: string[]) => `(?:${words.join('|')})`;
const rule = (pattern: string) => new RegExp(pattern, 'i');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const done = any('laksana|laku|selenggara|susun|sosialisasi|fasilitasi');
const given = any('latih|bina|sedia|pelihara|rehabilitasi');
const made = `(?:(?:di|ter)${any(done, given, 'buat|bangun|terbit|tetap')}|terbit|hadir|mengikuti)`;
// What came of an activity is a result: “aplikasi yang terintegrasi”, but not “aplikasi yang dibangun”.
const noResult = `(?!.*\\b(?:yang (?!${made})|(?!${made})ter\\w+(?:i|kan)\\b))`;
const cameOf = any('hasil|lulusan|alumni|rekomendasi|keputusan');
const meeting = any(
  'rapat(?! anggota)|sosialisasi|bimtek|bimbingan teknis|penyuluhan|lokakarya|workshop|seminar|fgd',
);
const work = any('pelaksanaan|penyelenggaraan|penyusunan|koordinasi|fasilitasi|pembinaan');
// What citizens report are complaints, which no department makes itself.
const output = any(
  'kegiatan|pelatihan|diklat|dokumen|laporan(?! (?:warga|masyarakat|pengaduan))',
  'aplikasi|peraturan|perda|perbup|sop',
);
const share = 'p(?:er|re|ro)sentase';

/** A doing where a state is asked for (DOMAIN 3.1); where it is only part of the match, it is the group. */
const activities = [
  `\\b(?:di|ter)${done}(?:kan)?nya\\b`,
  `(?<!\\b${cameOf} )\\b${meeting}\\b${noResult}`,
  `\\b(?:jumlah|banyaknya|frekuensi|tersedianya) (?:peserta )?${output}\\b${noResult}`,
  `\\b(?:jumlah|cakupan|${share}) ${work}\\b`,
  `\\b${any(output, work)}\\b.*\\b((?:di|ter)${any(done, 'buat')}\\w*)`,
  `\\bjumlah\\b.*\\b(di${any(done, given)}\\w*)`,
  '\\bmengikuti (?:pelatihan|diklat)\\b',
  // “Meningkatkan …” is left alone: it names a change of state, and many an RPJMD writes so.
  `^me${any('laksana|nyelenggara|nyedia|lakukan|ngembang|ngada', 'nyusun|mbangun|mbuat|latih')}(?:kan)?\\b`,
].map(rule);
// Only of goals and targets: the indicator “Pengadaan elektronik sektor publik” is a share.
const deed = rule(
  `^${any(work, 'pembuatan|pengadaan|pemasangan|penyediaan|pembangunan|pengembangan|pelatihan')}\\b(?!.*\\byang\\b)`,
);

function activityIn(title: string, kind: ItemKind): string {
  const patterns = kind === 'indicator' ? activities : [...activities, deed];
  const found = patterns.map(pattern => pattern.exec(title)).find(match => match !== null);
  return found?.[1] ?? found?.[0] ?? '';
}

const measure = any(
  `jumlah|${share}|indeks|rasio|prevalensi|angka|cakupan|laju|rata[- ]rata`,
  '(?:harapan )?lama (?:sekolah|tinggal|menginap)|nilai(?![- ](?:nilai|budaya|luhur|agama|moral))',
  'tingkat(?! (?:desa|kecamatan|kabupaten|provinsi|nasional|internasional))',
);
// Each needs an indicator of its own; farmers and fishers do not, so one target may name both.
const subject = any(
  'kualitas|kuantitas|mutu|akses|kapasitas|kinerja|daya (?:saing|tarik|beli|dukung)|produktivitas',
  'pemerataan|pertumbuhan|kesejahteraan|kemandirian|partisipasi|tata kelola|(?:pe)?layanan\\s+publik',
  'pendidikan|kesehatan|status gizi|investasi|kemiskinan|pengangguran|ketimpangan|stunting',
);
const and = '(?:\\b(?:dan|serta|sekaligus|disertai)|[&,;]) (?:(?:dan|serta|juga) )?';
const secondMeasure = rule(`${and}(?:(?:(?:ter|me|ber)\\w{3,}|tumbuh|naik|turun)nya|${measure})\\b`);
const secondSubject = rule(`${and}${subject}\\b`);
const isOneNumber = rule(`^${measure}\\b`);
const detail = /\b(?:yang|melalui|bagi|untuk|dalam|dengan|berbasis|bidang|sektor)\b/i;

/** Two measures in one sentence (DOMAIN 3.3); words that only describe or explain join nothing. */
function hasTwoMeasures(title: string): boolean {
  const [main = ''] = title.split(detail);
  return secondMeasure.test(title) || (!isOneNumber.test(title) && secondSubject.test(main));
}

// Numbers that are part of a name: CO2, Covid-19, 3R, ages, standards, a service round the clock.
const named = [
  '\\b(?!ke-)[a-z]+-?\\d[\\w.,]*|\\b\\d+[a-z]\\b',
  '\\b(?:ber)?(?:usia|umur) \\d+(?: ?(?:-|–|sampai) ?\\d+)?',
  '\\b(?:industri|society|iso|sni|emas|darurat|center|wajib belajar) \\d[\\d.]*',
  '(?<!menjadi )\\b24 jam|\\b1\\.?000 (?:hari pertama|hpk)',
];
const numbersInNames = new RegExp(named.join('|'), 'gi');
const hasNumber = (title: string) => /\d|\bpersen\b/i.test(title.replace(numbersInNames, ''));

const people = any(
  'masyarakat|warga|penduduk|keluarga|rumah tangga|komunitas|kelompok(?: sadar wisata)?|penyandang|disabilitas',
  'anak|balita|bayi|remaja|pemuda|perempuan|ibu(?! kota)|lansia|siswa|pelajar|mahasiswa|santri|pasien',
  'petani|nelayan|peternak|pedagang|pekerja|buruh|guru|kader|pelaku|pengusaha|umkm|ukm|ikm|investor',
  'penerima|pengguna|pengunjung|wisatawan|pemohon|peserta|pencari kerja|wajib pajak',
  'asn|pegawai|aparatur|kepala desa|perangkat (?:daerah|desa)|opd',
);
const opensWithPeople = rule(`^[\\W\\d]*(?:(?:seluruh|semua|para|segenap|setiap|bagi|untuk) )*${people}\\b`);
// “Warga yang belum memiliki KTP-el” is a group still; “warga yang sehat” and “warga terlayani” are a state.
const inNeed = /\byang (?:membutuhkan|memerlukan|mengurus|belum|tidak)\b/i;
const state = rule(
  `\\b${any(
    'yang|dengan|dapat|mampu|makin|semakin|lebih|naik|bebas|\\w+if|me(?!nengah)\\w{4,}',
    'ber(?!penghasilan|kebutuhan|isiko)\\w{3,}|ter(?!dampak|lantar|pencil)\\w{3,}',
    'cerdas|sehat|sejahtera|mandiri|tangguh|tanggap|maju|unggul|aman|guyub|profesional|religius',
    'digital|melek|sadar|patuh|peduli',
  )}\\b`,
);

/** A group of people where a target should say what becomes of them (DOMAIN 9). */
const isGroup = (title: string) =>
  opensWithPeople.test(title) && (inNeed.test(title) || !state.test(title.replace(opensWithPeople, '')));

/** Wording rules of goals, targets and indicators (DOMAIN 3.1, 3.3 and 9). */
export const checkWording: Check = item => {
  const title = oneLine(textOf(item.fields, 'title'));
  const findings: Finding[] = [];
  const warn = (key: string, message: string) =>
    findings.push({ key, level: 'warn', field: 'title', message });
  const isIndicator = item.kind === 'indicator';
  const activity = activityIn(title, item.kind);
  if (activity) {
    const better = isIndicator
      ? 'Persentase OPD yang memakai data prioritas'
      : 'Meningkatnya kepuasan pemohon izin';
    warn(
      'activity',
      `“${activity}” menyebut kegiatan, bukan hasil. Ubah menjadi hasil yang dirasakan, misalnya “${better}”, atau tulis alasannya.`,
    );
  }
  if (hasTwoMeasures(title)) {
    warn('two-measures', 'Kalimat ini memuat dua ukuran. Pisahkan menjadi dua isian, atau tulis alasannya.');
  }
  if (!isIndicator && hasNumber(title)) {
    warn(
      'number-inside',
      'Kalimat ini memuat angka. Pindahkan angkanya ke target indikator, atau tulis alasannya.',
    );
  }
  if (item.kind === 'target' && isGroup(title)) {
    warn(
      'people',
      `“${title}” menyebut siapa, bukan keadaan. Tulis keadaan yang dicapai dan isi kelompok ini sebagai penerima manfaat, atau tulis alasannya.`,
    );
  }
  return findings;
};

const falls = /^(?:menurunnya|turunnya|berkurangnya)\b(.*)$/i;
const rises = /^(?:meningkatnya|naiknya|bertambahnya|tumbuhnya)\b(.*)$/i;

/** *Menurunnya …* over an indicator of the same measure that is better rising, or the reverse. */
export const checkAgainstParent: Check = item => {
  if (item.kind !== 'indicator' || !item.parentTitle) return [];
  const direction = textOf(item.fields, 'direction');
  const opposite = direction === 'up' ? falls : direction === 'down' ? rises : null;
  const wanted = opposite?.exec(oneLine(item.parentTitle))?.[1];
  if (!wanted || !measuresItself(wanted, textOf(item.fields, 'title'))) return [];
  const says = direction === 'up' ? 'naik baik' : 'turun baik';
  return [
    {
      key: 'against-parent',
      level: 'warn',
      field: 'direction',
      message: `Sasarannya berbunyi “${item.parentTitle}”, tetapi indikator ini ${says}. Ubah arah, ubah kalimat sasaran, atau tulis alasannya.`,
    },
  ];
};

const opening = rule(
  `^${any(
    `jumlah|${share}|indeks|tingkat|rasio|prevalensi|angka|nilai|laju|cakupan|luas|volume|rata|realisasi`,
    'kasus|kejadian|penduduk|warga|masyarakat|balita|rumah|tangga|keluarga',
  )}$`,
);
const turned = rule(
  '^(?:yang|tidak|belum|tanpa|bebas|rusak|putus|selesai|tuntas|penerima|menerima|mendapat(?:kan)?)$' +
    '|^ter(?!buka|hadap)|^di\\w+(?:i|kan)$',
);

/** Whether an indicator opens with what the target is about, and counts neither its cure nor its lack. */
function measuresItself(wanted: string, title: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const root = (word: string) =>
    word.replace(/^(?:peng|pen|per|pe|ke|me)(?=\w{4})/, '').replace(/(?<=\w{4})(?:an|nya)$/, '');
  const asked = words(wanted);
  const about = asked.find(word => !opening.test(word));
  const measured = words(title);
  const start = measured.findIndex(word => !opening.test(word));
  const first = measured[start];
  if (!about || !first || root(first) !== root(about)) return false;
  return !measured.slice(start + 1).some(word => turned.test(word) && !asked.includes(word));
}
