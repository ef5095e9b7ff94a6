import { kindLabels, kindOf } from './kinds';
import { codePattern, nameProblem } from './names';
import { type Judged, judged, type PastedRow } from './pasted-rows';

/** A department as pasted, understood. */
export type DepartmentRow = { code: string; name: string; kind: string };

export const departmentHeads = ['kode', 'kode opd', 'code'];

/** Looks at pasted departments (code, name, kind) without writing anything. */
export function judgeDepartments(
  rows: readonly PastedRow[],
  known: readonly { code: string; name: string }[],
): Judged<DepartmentRow>[] {
  const codes = new Map(known.map(({ code, name }) => [code.toLowerCase(), name]));
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  return rows.map(pasted => {
    const [code = '', name = '', kindWord = '', ...rest] = pasted.cells;
    const refused = (reason: string) => judged<DepartmentRow>(pasted, 'refused', reason, null);
    if (rest.some(cell => cell !== '')) return refused('Ada lebih dari 3 kolom. Pakai: kode, nama, jenis.');
    if (!codePattern.test(code))
      return refused('Kode hanya huruf, angka, titik, dan garis, paling banyak 31.');
    const wrongName = nameProblem(name, 'name', 'nama OPD');
    if (wrongName) return refused(wrongName.message);
    const kind = kindOf(kindWord);
    if (!kind)
      return refused(`Jenis “${kindWord}” tidak dikenal. Pilih: ${Object.values(kindLabels).join(', ')}.`);
    const owner = codes.get(code.toLowerCase());
    if (owner !== undefined) return refused(`Kode ${code} sudah dipakai ${owner}. Pilih yang lain.`);
    const isKnown = names.has(name.toLowerCase());
    codes.set(code.toLowerCase(), name);
    names.add(name.toLowerCase());
    const reason = isKnown ? 'Nama ini sudah ada di daftar. Pastikan bukan OPD yang sama.' : null;
    return judged(pasted, isKnown ? 'doubtful' : 'ready', reason, { code, name, kind });
  });
}
