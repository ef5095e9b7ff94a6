import type { Ground } from './ground';
import type { Finding } from './report';
import { answerFor } from './row-parts';
import type { TableRow } from './table';
import { short } from './values';
import { oneLine } from './wording';

/** The department that a new row belongs to; null when it has to be asked for, which is then among the findings. */
export function findOwner(ground: Ground, row: TableRow, findings: Finding[]): string | null {
  const column = ground.meanings.indexOf('department');
  const given = column < 0 ? undefined : row.cells.get(column);
  const found = given ? ground.findDepartment(given.text) : { kind: 'none' as const };
  if (found.kind === 'one') return found.id;
  if (found.kind === 'none') {
    if (ground.defaults.departmentId) return ground.defaults.departmentId;
    findings.push({
      ...{ level: 'doubt', column: column < 0 ? null : column },
      reason: 'OPD baris ini belum diketahui.',
      remedy: 'Pilih OPD untuk baris tanpa OPD pada bagian Cara membaca.',
    });
    return null;
  }
  if (found.kind === 'several') {
    findings.push({
      ...{ level: 'doubt', column },
      reason: `Sel ini menyebut beberapa OPD: “${short(oneLine(given?.text ?? ''))}”.`,
      remedy: 'Pilih satu OPD pengampu. OPD lain ditulis pada kolom OPD pendukung.',
      choices: found.ids.map(id => ({
        label: ground.departmentCode(id),
        cells: answerFor(row, column, ground.departmentCode(id)),
      })),
    });
    return null;
  }
  const { name, key } = found;
  findings.push({
    ...{ level: 'doubt', column, department: { name, key } },
    reason: `“${short(name)}” belum dikenal sebagai OPD.`,
    remedy: 'Pilih OPD-nya sekali pada daftar nama OPD; jawabannya diingat.',
  });
  return null;
}
