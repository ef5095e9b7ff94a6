/** Words of the field in plain language (DOMAIN, appendix B). */
export const glossary = [
  { term: 'OPD', meaning: 'Organisasi perangkat daerah: dinas, badan, kecamatan, dan sejenisnya.' },
  { term: 'Pengampu', meaning: 'OPD pemilik isian. Hanya pengampu yang dapat mengubahnya.' },
  { term: 'Pendukung', meaning: 'OPD lain yang ikut bekerja. Mereka membaca drafnya dan dapat berkomentar.' },
  { term: 'Koordinator dimensi', meaning: 'OPD yang ditunjuk kepala daerah untuk meninjau satu dimensi.' },
  { term: 'Penyetuju kedua', meaning: 'Yang meninjau isian milik OPD koordinator sendiri.' },
  { term: 'Tujuan', meaning: 'Keadaan yang ingin dicapai dalam lima tahun.' },
  { term: 'Sasaran', meaning: 'Keadaan yang menandai bahwa tujuan tercapai.' },
  { term: 'Indikator', meaning: 'Ukuran yang membuktikan sasaran tercapai.' },
  {
    term: 'Kondisi awal',
    meaning: 'Angka terakhir yang diketahui sebelum rencana dimulai; disebut juga baseline.',
  },
  { term: 'Target tahunan', meaning: 'Angka yang ingin dicapai pada satu tahun.' },
  { term: 'Realisasi', meaning: 'Angka yang sungguh tercapai.' },
  { term: 'IKU', meaning: 'Indikator kinerja utama: sedikit indikator yang dipilih sebagai ukuran utama.' },
  { term: 'IPM', meaning: 'Indeks pembangunan manusia, dari umur, sekolah, dan pengeluaran penduduk.' },
  { term: 'RPJMD', meaning: 'Rencana pembangunan jangka menengah daerah, lima tahunan.' },
  { term: 'SPBE, Pemdi', meaning: 'Sistem pemerintahan berbasis elektronik; sekarang pemerintah digital.' },
  { term: 'TPB/SDGs', meaning: 'Tujuan Pembangunan Berkelanjutan, tujuh belas tujuan dunia.' },
  {
    term: 'Plt, Plh',
    meaning: 'Pelaksana tugas dan pelaksana harian: pejabat yang menggantikan untuk sementara.',
  },
  { term: 't.a.d.', meaning: 'Tidak ada data: sudah diperiksa dan memang tidak ada.' },
];
