const zone = { timeZone: 'Asia/Jakarta' } as const;
const dayKey = new Intl.DateTimeFormat('en-CA', zone);
const clock = new Intl.DateTimeFormat('id-ID', { ...zone, hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('id-ID', { ...zone, weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat('id-ID', { ...zone, day: 'numeric', month: 'long', year: 'numeric' });
const dayMs = 24 * 60 * 60 * 1000;

/** The hour as read aloud, e.g. "14.05". */
export function showClock(iso: string): string {
  return clock.format(new Date(iso)).replace(':', '.');
}

/** A moment as people say it: "hari ini 14.05", "kemarin 16.20", "Senin, 23 November", "4 Juni 2024". */
export function showMoment(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const day = dayKey.format(date);
  if (day === dayKey.format(now)) return `hari ini ${showClock(iso)}`;
  if (day === dayKey.format(new Date(now.getTime() - dayMs))) return `kemarin ${showClock(iso)}`;
  return now.getTime() - date.getTime() < 180 * dayMs ? weekday.format(date) : full.format(date);
}

/** A moment that is still understood on paper next year: "26 November 2026 pukul 14.05". */
export function showDate(iso: string): string {
  return `${full.format(new Date(iso))} pukul ${showClock(iso)}`;
}

/** A deadline with its hour, and how far away it is: "Jumat, 27 November pukul 16.00, 3 hari lagi". */
export function showDeadline(iso: string, now: Date = new Date()): { when: string; left: string } {
  const date = new Date(iso);
  const days = Math.round((Date.parse(dayKey.format(date)) - Date.parse(dayKey.format(now))) / dayMs);
  const left = days < 0 ? `lewat ${-days} hari` : days === 0 ? 'hari ini' : `${days} hari lagi`;
  return { when: `${weekday.format(date)} pukul ${showClock(iso)}`, left };
}
