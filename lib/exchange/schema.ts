/** Formats that tables leave the house in, with what a browser calls them. */
export const formats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type Format = keyof typeof formats;

/** The format that a file's name asks for (`unduh.pdf`); null when it is none of ours. */
export function formatOf(name: string): Format | null {
  const format = /^unduh\.([a-z]+)$/.exec(name)?.[1];
  return format !== undefined && format in formats ? (format as Format) : null;
}

/** The same for prose, of which no workbook is made. */
export function proseFormatOf(name: string): 'pdf' | 'docx' | null {
  const format = formatOf(name);
  return format === 'pdf' || format === 'docx' ? format : null;
}
