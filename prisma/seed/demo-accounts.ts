/** One password for every demo account; they exist in demo data only. */
export const demoPassword = 'rembug-contoh-2024';

/** User names to try first; every department has one like the first two. */
export const demoUsernames = [
  ...['dinkes', 'dinkes.operator', 'bappelitbangda', 'sekretariat', 'dewan', 'pendamping', 'bupati'],
];
