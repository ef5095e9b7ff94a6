import type { LineKey } from './checklist';

type Words = {
  /** What is asked, as a statement that is met or not. */
  asks: string;
  /** Within "Rencana belum dapat ditetapkan: …". */
  missing: string;
  /** Who must do what while it is not met. */
  remedy: string;
  /** What is counted; '' where nothing is. */
  unit: string;
};

/** Each condition in words. */
export const lineWords: Record<LineKey, Words> = {
  items: {
    asks: 'Setiap isian disetujui, atau dikeluarkan dengan alasan',
    missing: 'masih ada isian yang belum disetujui, atau belum ada isian sama sekali',
    remedy:
      'OPD pengampu mengajukan, peninjau menyetujui. Sekretariat mengeluarkan yang tidak jadi dimuat, dengan alasan.',
    unit: 'isian',
  },
  parents: {
    asks: 'Setiap isian bergantung pada induk yang disetujui',
    missing: 'masih ada isian yang induknya belum disetujui atau dikeluarkan',
    remedy: 'Peninjau menyetujui induknya, atau sekretariat mengeluarkan isian ini juga.',
    unit: 'isian',
  },
  dimensions: {
    asks: 'Setiap dimensi disahkan Dewan Smart City',
    missing: 'masih ada dimensi yang belum disahkan Dewan',
    remedy: 'Dewan memutuskan dimensi itu dalam Sidang Dewan.',
    unit: 'dimensi',
  },
  subdimensions: {
    asks: 'Setiap subdimensi terisi, atau dijelaskan mengapa tidak',
    missing: 'masih ada subdimensi yang kosong dan belum dijelaskan',
    remedy: 'OPD menambah sasaran atau indikator, atau sekretariat menulis penjelasan.',
    unit: 'subdimensi',
  },
  ipm: {
    asks: 'Angka IPM sejalan dengan komponennya, atau dijelaskan',
    missing: 'angka IPM belum sejalan dengan komponennya',
    remedy: 'OPD pengampu IPM memperbaiki angkanya, atau sekretariat menulis penjelasan.',
    unit: '',
  },
  successors: {
    asks: 'Tidak ada isian tanpa OPD penerus',
    missing: 'masih ada isian dari OPD yang sudah tidak ada',
    remedy: 'Sekretariat menunjuk OPD penerus untuk isian itu.',
    unit: 'isian',
  },
};
