/** What can be pasted, and what is said about it. */
export const importKinds = {
  orang: {
    title: 'Tempel daftar orang',
    back: { href: '/kelola/pengguna', label: 'Orang' },
    lead: 'Salin barisnya dari lembar kerja, tempel di sini, lalu periksa. Akun baru dibuat setelah Anda setuju.',
    columns: 'nama, OPD, peran, jabatan, dan nama pengguna bila perlu',
    example: 'Sri Wahyuni; DINAS; Operator; Kepala Subbagian Perencanaan',
  },
  opd: {
    title: 'Tempel daftar OPD',
    back: { href: '/kelola/opd', label: 'OPD' },
    lead: 'Salin barisnya dari lembar kerja, tempel di sini, lalu periksa. OPD dibuat setelah Anda setuju.',
    columns: 'kode, nama, dan jenis',
    example: 'DINAS; Dinas Contoh; Dinas',
  },
} as const;
