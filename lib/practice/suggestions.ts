/** What a newcomer may type: a name of a measure, and its unit. */
export type Suggestion = { title: string; unit: string };

// Unlike each other, so that newcomers who take what is offered are not told that they say the same.
const suggestions: readonly Suggestion[] = [
  { title: 'Persentase surat warga yang dijawab tepat waktu', unit: '%' },
  { title: 'Jumlah taman yang dirawat bersama', unit: 'unit' },
  { title: 'Persentase rumah tangga yang memilah sampah', unit: '%' },
  { title: 'Jumlah kelompok tani yang berjualan secara daring', unit: 'kelompok' },
  { title: 'Persentase pelajar yang membaca setiap hari', unit: '%' },
  { title: 'Jumlah halte yang ramah kursi roda', unit: 'unit' },
  { title: 'Indeks kepuasan pengunjung puskesmas', unit: 'Indeks' },
  { title: 'Persentase jalan desa dalam keadaan baik', unit: '%' },
  { title: 'Jumlah perpustakaan yang buka pada malam hari', unit: 'unit' },
  { title: 'Persentase sumur yang airnya layak minum', unit: '%' },
];

/** The suggestion for somebody, the same each time. @param key of the department that they practise for */
export function suggestionFor(key: string): Suggestion {
  const sum = [...key].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7) >>> 0;
  return suggestions[sum % suggestions.length] as Suggestion;
}
