import { describe, expect, it } from 'vitest';
import { checkAgainstParent, checkWording } from '@/lib/plan/checks/wording';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import catalogue from '@/prisma/seed/data/indicator-catalogue.json' with { type: 'json' };
import { purbalinggaItems } from '@/prisma/seed/purbalingga';

const plan = { baselineYear: 2024, years: [2025] };
const keysOf = (kind: ItemKind, title: string) =>
  checkWording({ kind, fields: { title } }, plan).map(({ key }) => key);

/** Sentences as regencies write them in RPJMD, Renstra, tables of IKU and worksheets of the Bimtek. */
const rules: { key: string; kind: ItemKind; fires: string[]; quiet: string[] }[] = [
  {
    key: 'activity',
    kind: 'indicator',
    fires: [
      'Jumlah kegiatan sosialisasi Satu Data Indonesia',
      'Jumlah rapat koordinasi Dewan Smart City',
      'Jumlah peserta bimtek SPBE',
      'Jumlah pelatihan kader posyandu',
      'Persentase ASN yang mengikuti pelatihan literasi digital',
      'Jumlah dokumen RDTR yang disusun',
      // What the office hands out; the outcome is how many people own one.
      'Jumlah dokumen kependudukan yang diterbitkan',
      'Jumlah laporan monitoring dan evaluasi',
      'Frekuensi penyuluhan pertanian',
      'Persentase kegiatan yang dilaksanakan tepat waktu',
      'Persentase dokumen perencanaan yang tersusun',
      'Tersusunnya Raperbup tentang SPBE',
      'Jumlah pelaku UMKM yang dilatih',
      'Jumlah aplikasi yang dibangun',
      'Banyaknya workshop desain kemasan',
      'Terlaksananya Festival Gunung Slamet',
      'Jumlah peraturan bupati yang ditetapkan',
      'Cakupan sosialisasi Perda Kawasan Tanpa Rokok',
      'Persentase kegiatan pemberdayaan masyarakat yang terlaksana',
      'Persentase Fasilitasi Penyelenggaraan Urusan Pemerintahan yang Dilaksanakan',
      'Presentase pembinaan dan pengawasan desa',
      'Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan',
      'Jumlah Mebel yang Dipelihara',
      'Jumlah Dokumen Sinkronisasi Program Kerja yang Dilakukan oleh Pemerintah dan Swasta',
      'Jumlah  laporan\nmonitoring',
    ],
    quiet: [
      'Persentase kepemilikan dokumen kependudukan',
      'Persentase dokumen perencanaan yang selaras dengan RPJMD',
      'Jumlah laporan warga yang diselesaikan',
      'Jumlah laporan masyarakat melalui SP4N-LAPOR!',
      'Persentase lulusan pelatihan yang bekerja',
      'Persentase peserta bimtek yang menerapkan SPBE di unit kerjanya',
      'Persentase rekomendasi rapat Forkopimda yang ditindaklanjuti',
      'Jumlah aplikasi yang terintegrasi SSO',
      'Jumlah aplikasi terintegrasi',
      // The members' own yearly meeting shows that a cooperative lives.
      'Persentase koperasi yang melaksanakan rapat anggota tahunan',
      'Persentase usaha dan/atau kegiatan yang memiliki dokumen lingkungan',
      'Opini BPK atas laporan keuangan pemerintah daerah',
      'Indeks kerapatan vegetasi',
      'Persentase warisan budaya yang terdokumentasi',
      'Jumlah RTLH tertangani',
      'Melek huruf dewasa',
      'Meter air pintar',
      'Pengadaan elektronik sektor publik',
      'Persentase keterlibatan masyarakat dalam kegiatan pembangunan',
      'Persentase peningkatan pendapatan daerah dari sektor pariwisata',
      'Persentase Layanan yang terselesaikan',
      'Pemuda tidak sekolah, bekerja, atau pelatihan (NEET)',
    ],
  },
  {
    key: 'activity',
    kind: 'target',
    fires: [
      'Terlaksananya bimtek pengelola website OPD',
      'Terselenggaranya Musrenbang kecamatan',
      'Tersedianya Laporan Koordinasi Penyelenggaraan Pemerintahan di Kecamatan',
      'TERSUSUNNYA DOKUMEN RDTR PERKOTAAN',
      'Tersosialisasikannya program JKN kepada masyarakat',
      'Dilaksanakannya lokakarya peta proses bisnis',
      'Meningkatnya jumlah pelatihan bagi pelaku UMKM',
      'Penyusunan Peraturan Bupati tentang SPBE',
      'Pelaksanaan sosialisasi Germas',
      'Pengadaan CCTV di simpang utama',
      'Pengembangan aplikasi e-Puskesmas',
      'Melaksanakan bimbingan teknis bagi admin website desa',
      'Menyusun masterplan smart city',
      'Membangun command center',
      'Sosialisasi pajak daerah',
      'FGD rencana induk kota cerdas',
    ],
    quiet: [
      'Terwujudnya masyarakat cerdas, guyub dan tangguh',
      'Terbentuknya budaya inovasi di perangkat daerah',
      'Meningkatnya kepemilikan dokumen kependudukan',
      'Meningkatnya kualitas dokumen perencanaan pembangunan',
      'Meningkatnya mutu penyelenggaraan pemerintahan desa',
      'Meningkatnya tindak lanjut hasil rapat koordinasi',
      'Terselesaikannya aduan masyarakat tepat waktu',
      'Tersedianya air minum layak',
      'Terkelolanya sampah dari hulu ke hilir',
      'Meningkatnya kualitas laporan keuangan daerah',
      'Meningkatnya daya serap lulusan pelatihan kerja',
      'Pelayanan publik yang cepat dan ramah',
      'Pembangunan daerah yang berkelanjutan',
      'Pertumbuhan ekonomi yang inklusif',
      'Meratanya akses internet desa',
      'Media informasi daerah yang tepercaya',
      'Penyelenggaraan pelayanan publik yang sesuai dengan SOP',
      // Names a change of state, and many an RPJMD writes its goals so.
      'Meningkatkan kualitas pelayanan publik',
    ],
  },
  {
    key: 'two-measures',
    kind: 'target',
    fires: [
      'Meningkatnya kualitas pelayanan publik dan tata kelola',
      'Meningkatnya Kinerja Tata Kelola Pemerintahan dan Pelayanan Publik',
      'Meningkatnya kesehatan dan menurunnya stunting',
      'Menurunnya kemiskinan dan pengangguran',
      'Meningkatnya akses dan mutu pendidikan',
      'Meningkatnya Kualitas dan Pemerataan Akses Layanan Pendidikan',
      'Meningkatnya derajat kesehatan masyarakat dan mutu layanan puskesmas',
      'Meningkatnya pertumbuhan ekonomi serta pemerataan pendapatan',
      'Terwujudnya tata kelola pemerintahan yang bersih serta meningkatnya kualitas layanan publik',
      'Meningkatnya kualitas pendidikan dan kesehatan',
      'Meningkatnya kualitas reformasi birokrasi dan kapasitas organisasi',
      'Meningkatnya produksi dan produktivitas pertanian',
      'Meningkatnya jumlah kunjungan dan lama tinggal wisatawan',
      'Menurunnya angka kematian ibu & prevalensi stunting',
      'Terkendalinya inflasi dan terjaganya pasokan pangan',
      'Menurunnya emisi, meningkatnya tutupan lahan',
      'Meningkatnya Akuntabilitas dan kualitas Pelayanan Perangkat Daerah',
      'Meningkatkan kemandirian dan kesejahteraan masyarakat desa',
      'Meningkatnya Nilai Tambah dan Daya Saing Produk Pertanian',
    ],
    quiet: [
      'Meningkatnya kesejahteraan petani dan nelayan',
      'Meningkatnya kualitas hidup yang layak dan sehat',
      'Terwujudnya tata kelola pemerintahan digital yang efektif, transparan dan melayani',
      'Meningkatnya kualitas sarana dan prasarana pendidikan',
      'Meningkatnya ketenteraman dan ketertiban umum',
      'Meningkatnya perlindungan perempuan dan anak',
      // One customary target over two indicators.
      'Menurunnya angka kematian ibu dan bayi',
      'Meningkatnya produksi pertanian dan perikanan',
      'Meningkatnya pelestarian adat dan nilai budaya',
      'Meningkatnya prestasi olahraga tingkat provinsi dan tingkat nasional',
      'Meningkatnya ekonomi daerah yang inklusif dan berdaya saing',
      'Meningkatnya keteraturan ruang & hunian',
      'Meningkatnya pelayanan administrasi kependudukan dan pencatatan sipil',
      'Menurunnya kemiskinan melalui pendidikan dan kesehatan gratis',
      'Meningkatnya kompetensi pendidik dan tenaga kependidikan',
      'Meningkatnya peran serta masyarakat dalam pengelolaan sampah',
      'Meningkatnya daya saing sektor koperasi, usaha mikro dan perdagangan',
      'Meningkatnya Pengarusutamaan Gender Dan Perlindungan Anak',
      'Meningkatnya Akuntabilitas Kinerja Dan Keuangan',
    ],
  },
  {
    key: 'two-measures',
    kind: 'indicator',
    fires: [
      'Jumlah dan nilai ekspor UMKM',
      'Persentase jalan mantap dan jumlah jembatan kondisi baik',
      'Angka Kematian Ibu dan Angka Kematian Bayi',
      'Cakupan air minum serta cakupan sanitasi layak',
      'Angka Partisipasi Kasar (APK) dan Angka Partisipasi Murni (APM)',
      'Rata-rata lama sekolah dan harapan lama sekolah',
    ],
    quiet: [
      'Rencana pembangunan dan tata ruang',
      'Pemuda dan dewasa berketerampilan TIK',
      'Realisasi investasi PMA dan PMDN',
      // One share, whatever it asks of a household.
      'Persentase rumah tangga dengan akses dan kualitas air minum layak',
      'Rasio ketergantungan penduduk usia muda dan tua',
      'Persentase tenaga pendidikan dan kesehatan bersertifikat',
      'Prosentase kesejahteraan dan ketahanan keluarga',
    ],
  },
  {
    key: 'number-inside',
    kind: 'target',
    fires: [
      'Meningkatnya UHC menjadi 98',
      'Menurunnya stunting sampai 9 persen',
      'Meningkatnya IPM menjadi 73 pada tahun 2029',
      'Terbangunnya 12 desa wisata',
      'Terwujudnya kota cerdas tahun 2029',
      '1.000 UMKM naik QRIS dan NIB',
      'Tercapainya opini WTP ke-8',
      'Terpenuhinya RTH 30% wilayah perkotaan',
      'Meningkatnya maturitas SPIP ke level 3',
      'Seratus persen sekolah terhubung internet',
      'Meningkatnya kunjungan wisata 2 juta orang',
      'Menurunnya waktu tanggap darurat menjadi 24 jam',
      'Meningkatnya melek digital penduduk usia 15 tahun ke atas menjadi 90%',
      'Bertambahnya TPS 3R menjadi 25 unit',
    ],
    quiet: [
      'Meningkatnya partisipasi sekolah penduduk usia 7-12 tahun',
      'Meningkatnya keterampilan penduduk berumur 15 tahun ke atas',
      'Meningkatnya pengelolaan TPS 3R',
      'Menurunnya emisi CO2',
      'Menurunnya polusi PM2,5',
      'Meningkatnya tindak lanjut aduan SP4N-LAPOR!',
      'Meluasnya jangkauan sinyal 4G di desa',
      'Meningkatnya pemenuhan gizi pada 1.000 hari pertama kehidupan',
      'Meningkatnya kualitas layanan darurat 112',
      'Tersedianya layanan puskesmas 24 jam',
      'Tuntasnya wajib belajar 12 tahun',
      'Meningkatnya pengelolaan limbah B3',
      'Meningkatnya kesiapan tenaga kerja menghadapi industri 4.0',
      'Meningkatnya penerapan SNI ISO 27001',
      'Pulihnya ekonomi setelah pandemi Covid-19',
      'Terwujudnya generasi emas 2045',
    ],
  },
  {
    key: 'number-inside',
    kind: 'indicator',
    fires: [],
    quiet: [
      'Persentase penduduk berumur 15 tahun ke atas yang bekerja',
      'Persentase aduan trantibum selesai <= 24 jam',
      'Persentase aplikasi layanan publik yang terintegrasi SSO dari 34 aplikasi',
    ],
  },
  {
    key: 'people',
    kind: 'target',
    fires: [
      'Masyarakat',
      'Pasien',
      'Pelaku UMKM se-Kabupaten',
      'Seluruh masyarakat Kabupaten Purbalingga',
      'ASN di lingkungan Pemkab Purbalingga',
      'Petani, nelayan, dan pelaku UMKM',
      'OPD dan masyarakat',
      'Siswa SD dan SMP',
      'Ibu hamil dan balita',
      'Kepala desa dan perangkat desa',
      'Masyarakat berpenghasilan rendah (MBR)',
      'Warga terdampak bencana',
      'Masyarakat yang membutuhkan layanan administrasi kependudukan',
      'Warga yang belum memiliki KTP-el',
      'Kelompok sadar wisata (Pokdarwis)',
      'Pelaku usaha mikro, kecil dan menengah',
      'Penyandang disabilitas',
      'Wajib pajak daerah',
      'Anak putus sekolah',
      '1. Wisatawan 2. Pelaku usaha pariwisata',
      'Ibu nifas',
      'Masyarakat Desa Kabuaran dan pengunjung',
    ],
    quiet: [
      'Masyarakat cerdas',
      'Masyarakat yang cerdas dan tangguh menghadapi bencana',
      'Petani sejahtera',
      'UMKM naik kelas',
      'UMKM go digital',
      'ASN profesional dan berintegritas',
      'Pelaku UMKM berdaya saing',
      'Lansia sehat dan mandiri',
      'Warga terlayani air bersih',
      'Masyarakat dapat mengurus izin dari rumah',
      'Petani memakai pupuk organik',
      'Siswa berkarakter',
      'Pemuda inovatif',
      'Masyarakat tanggap bencana',
      'Kesejahteraan petani dan nelayan',
      'Keluarga tangguh',
      'Desa mandiri',
      'Perangkat lunak yang aman',
    ],
  },
];

describe.each(rules)('$key of a $kind', ({ key, kind, fires, quiet }) => {
  if (fires.length > 0) {
    it.each(fires)('warns at “%s”', title => expect(keysOf(kind, title)).toContain(key));
  }
  it.each(quiet)('is content with “%s”', title => expect(keysOf(kind, title)).not.toContain(key));
});

type Pair = [parentTitle: string, title: string, direction: 'up' | 'down' | 'range'];

describe('an indicator against its target', () => {
  const found = (parentTitle: string, title: string, direction: string) =>
    checkAgainstParent({ kind: 'indicator', fields: { title, direction }, parentTitle }, plan);
  const fires: Pair[] = [
    ['Menurunnya kemiskinan', 'Persentase penduduk miskin', 'up'],
    ['Menurunnya pengangguran', 'Tingkat Pengangguran Terbuka', 'up'],
    ['Turunnya pengangguran', 'Jumlah penganggur', 'up'],
    ['Menurunnya angka kematian ibu', 'Angka kematian ibu (AKI)', 'up'],
    ['Menurunnya prevalensi stunting', 'Prevalensi balita stunting', 'up'],
    ['Menurunnya emisi', 'Emisi gas rumah kaca', 'up'],
    ['Berkurangnya kawasan kumuh', 'Luas kawasan permukiman kumuh', 'up'],
    ['Menurunnya risiko bencana', 'Indeks Risiko Bencana', 'up'],
    ['Menurunnya kekerasan terhadap perempuan dan anak', 'Jumlah kasus kekerasan terhadap perempuan', 'up'],
    ['Menurunnya desa tertinggal', 'Jumlah desa tertinggal', 'up'],
    ['Meningkatnya kunjungan wisata', 'Jumlah kunjungan wisatawan', 'down'],
    ['Meningkatnya pertumbuhan ekonomi', 'Laju pertumbuhan ekonomi', 'down'],
    ['Meningkatnya investasi', 'Nilai realisasi investasi', 'down'],
    ['Meningkatnya kualitas air', 'Indeks Kualitas Air', 'down'],
    ['Meningkatnya literasi', 'Indeks Literasi Digital', 'down'],
    ['Meningkatnya pelayanan publik', 'Indeks Pelayanan Publik', 'down'],
  ];
  const quiet: Pair[] = [
    ['Menurunnya stunting', 'Prevalensi stunting', 'down'],
    ['Menurunnya stunting', 'Prevalensi stunting', 'range'],
    ['Menurunnya emisi', 'Penurunan emisi GRK', 'up'],
    ['Menurunnya kemiskinan', 'Persentase penduduk miskin yang menerima bantuan sosial', 'up'],
    ['Menurunnya kemiskinan', 'Persentase pengentasan penduduk miskin ekstrem', 'up'],
    ['Menurunnya timbulan sampah', 'Timbulan sampah tertangani', 'up'],
    ['Berkurangnya kawasan kumuh', 'Persentase luas kawasan kumuh tertangani', 'up'],
    ['Menurunnya kasus TBC', 'Cakupan penemuan kasus TBC', 'up'],
    ['Menurunnya angka kriminalitas', 'Persentase penyelesaian kasus kriminalitas', 'up'],
    ['Menurunnya stunting', 'Persentase desa bebas stunting', 'up'],
    ['Menurunnya stunting', 'Persentase balita stunting mendapat tata laksana gizi', 'up'],
    ['Menurunnya kekerasan terhadap perempuan', 'Persentase korban kekerasan yang terlayani', 'up'],
    ['Menurunnya pengangguran', 'Persentase penganggur terserap pasar kerja', 'up'],
    ['Meningkatnya pelayanan publik', 'Rata-rata waktu pelayanan perizinan', 'down'],
    ['Meningkatnya pelayanan publik', 'Jumlah aduan pelayanan publik', 'down'],
    ['Meningkatnya pengelolaan sampah', 'Timbulan sampah masuk TPA', 'down'],
    ['Meningkatnya akses sanitasi', 'Persentase rumah tangga tanpa akses sanitasi', 'down'],
    ['Meningkatnya kualitas air', 'Konsumsi air tawar', 'down'],
    ['Meningkatnya jalan mantap', 'Persentase jalan rusak berat', 'down'],
    ['Meningkatnya koperasi aktif', 'Jumlah koperasi tidak aktif', 'down'],
    ['Meningkatnya partisipasi sekolah', 'Angka putus sekolah', 'down'],
    ['Terjaganya kualitas udara', 'Indeks Kualitas Udara', 'up'],
  ];

  it.each(fires)('warns under “%s” at “%s” (%s)', (...pair) => {
    expect(found(...pair)).toMatchObject([{ key: 'against-parent', field: 'direction' }]);
  });

  it.each(quiet)('is content under “%s” with “%s” (%s)', (...pair) => expect(found(...pair)).toEqual([]));

  it('says nothing without a target', () => {
    const fields = { title: 'Tingkat pengangguran', direction: 'up' };
    expect(checkAgainstParent({ kind: 'indicator', fields }, plan)).toEqual([]);
  });
});

it("finds nothing in the wording of Purbalingga's plan", () => {
  const items = purbalinggaItems();
  const titleOf = new Map(items.map(({ key, fields }) => [key, String(fields.title)]));
  const findings = items.flatMap(item => {
    const parentTitle = item.parentKey ? titleOf.get(item.parentKey) : null;
    const checked = { ...item, parentTitle };
    return [...checkWording(checked, plan), ...checkAgainstParent(checked, plan)];
  });
  expect(findings).toEqual([]);
});

it('finds nothing in the names of the catalogue', () => {
  const names = catalogue.map(entry => entry.name_id);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter(name => keysOf('indicator', name).length > 0)).toEqual([]);
});
