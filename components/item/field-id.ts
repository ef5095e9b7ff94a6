/** The id of the control of a field, the same in summary, form and conversation. */
export function fieldId(path: string): string {
  return `isian-${path.replaceAll('.', '-')}`;
}
