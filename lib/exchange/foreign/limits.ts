/** What a foreign file may hold. More is refused with the count, before anything is made of it. */
export const limits = {
  fileBytes: 5 * 1024 * 1024,
  zipEntries: 1_000,
  /** All parts together, as the file declares them: pictures count, though they are never inflated. */
  declaredBytes: 200 * 1024 * 1024,
  /** The parts that are read, inflated. */
  inflatedBytes: 64 * 1024 * 1024,
  /** Above a megabyte; the most regular of real sheets stay below 120. */
  inflation: 250,
  xmlTags: 4_000_000,
  xmlDepth: 64,
  sheets: 60,
  /** Filled ones of a sheet: thirty thousand, and what stands above them. */
  rows: 30_100,
  columns: 100,
  /** The lowest row that may hold something; gaps above it cost memory, too. */
  lastRow: 60_000,
  /** Filled ones in all sheets together: so many rows of 20. */
  cells: 602_000,
  merges: 20_000,
  /** Excel's own limit for a cell. */
  letters: 32_767,
  /** All texts together, each counted once. */
  allLetters: 16_000_000,
  /** The same, counted in each cell that shows them: what a sheet is when it is written out. */
  shownLetters: 32_000_000,
} as const;
