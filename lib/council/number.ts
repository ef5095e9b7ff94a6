/** How a decision is cited: "02/2026". */
export function decisionNumber({ ordinal, year }: { ordinal: number; year: number }): string {
  return `${two(ordinal)}/${year}`;
}

/** How the minutes of a sitting are numbered: "BA-02/2026". @param date the day of the sitting, "2026-11-26" */
export function minutesNumber({ ordinal, date }: { ordinal: number; date: string }): string {
  return `BA-${two(ordinal)}/${date.slice(0, 4)}`;
}

const two = (number: number) => String(number).padStart(2, '0');
