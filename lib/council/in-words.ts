const digits = [
  ...['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
  'sebelas',
];

/** A whole number in Indonesian words, 0 to 9999: 2026 is "dua ribu dua puluh enam". */
export function numberInWords(number: number): string {
  if (number < 12) return digits[number] ?? '';
  if (number < 20) return `${digits[number - 10]} belas`;
  if (number < 100) return joined(`${digits[Math.floor(number / 10)]} puluh`, number % 10);
  if (number < 200) return joined('seratus', number - 100);
  if (number < 1000) return joined(`${digits[Math.floor(number / 100)]} ratus`, number % 100);
  if (number < 2000) return joined('seribu', number - 1000);
  return joined(`${numberInWords(Math.floor(number / 1000))} ribu`, number % 1000);
}

const joined = (start: string, rest: number) => (rest === 0 ? start : `${start} ${numberInWords(rest)}`);

const zone = { timeZone: 'UTC' } as const;
const weekday = new Intl.DateTimeFormat('id-ID', { ...zone, weekday: 'long' });
const month = new Intl.DateTimeFormat('id-ID', { ...zone, month: 'long' });
const short = new Intl.DateTimeFormat('id-ID', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** A calendar day ("2026-11-26") in the words of a document. */
export function dayInWords(day: string): {
  weekday: string;
  date: string;
  month: string;
  year: string;
  figures: string;
} {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    ...{ weekday: weekday.format(date), date: numberInWords(date.getUTCDate()), month: month.format(date) },
    year: numberInWords(date.getUTCFullYear()),
    figures: short.format(date).replaceAll('/', '-'),
  };
}
