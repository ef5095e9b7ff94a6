import { CheckMessage } from '@/components/ui/check-message';
import { checkItem, reasonFor } from '@/lib/plan/checks/all';
import { kinds } from '@/lib/plan/kinds/all';
import { cellOf, type Field, isCell, type Years } from '@/lib/plan/kinds/kind';
import { type Names, showValue } from '@/lib/plan/log/story';
import { showCell } from '@/lib/plan/numbers';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { PlanItem } from '@/lib/plan/read/item-rows';

type Props = {
  item: PlanItem;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
};

/** An item in plain words, for whoever reads or reviews it. */
export function ItemReader({ item, plan, departments, subdimensions }: Props) {
  const names: Names = {
    ...plan,
    departmentCode: id => departments.find(department => department.id === id)?.code ?? '',
    subdimensionName: id => subdimensions.find(subdimension => subdimension.id === id)?.name ?? '',
  };
  const fields = kinds[item.kind]
    .fields(plan)
    .filter(({ path }) => path !== 'title' && path !== 'code')
    .filter(({ path, isAsked }) => !isAsked || isAsked(item.fields) || item.fields[path] != null);
  const groups = [...new Set(fields.map(({ group }) => group))];
  const warnings = checkItem(item, plan).filter(({ level }) => level === 'warn');
  return (
    <>
      {groups.map(group => {
        const shown = fields.filter(field => field.group === group && field.input !== 'cell');
        const hasCells = fields.some(field => field.group === group && field.input === 'cell');
        if (shown.length === 0 && !hasCells) return null;
        return (
          <section key={group} className="form-group">
            <h2>{group}</h2>
            <dl className="facts">
              {shown.map(field => (
                <div key={field.path}>
                  <dt>{field.label}</dt>
                  <dd>
                    {showValue(field, item.fields[field.path] ?? null, names) || (
                      <span className="muted">belum diisi</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            {hasCells && <Series item={item} fields={fields.filter(field => field.input === 'cell')} />}
          </section>
        );
      })}
      {warnings.map(finding => (
        <CheckMessage
          key={finding.key}
          level="warn"
          below={
            <p className="small">
              <strong>Alasan OPD:</strong> “{reasonFor(item, finding) || 'belum ditulis'}”
            </p>
          }
        >
          {finding.message}
        </CheckMessage>
      ))}
    </>
  );
}

function Series({ item, fields }: { item: PlanItem; fields: Field[] }) {
  const precision = typeof item.fields.precision === 'number' ? item.fields.precision : null;
  const year = item.fields.baselineYear;
  const hasExamples = fields.some(field => {
    const value = item.fields[field.path];
    return isCell(value ?? null) && cellOf(item.fields, field.path).illustrative;
  });
  return (
    <>
      <table className="series">
        <tbody>
          {fields.map(field => {
            const cell = cellOf(item.fields, field.path);
            const name = field.path === 'baseline' ? `Kondisi awal${year ? ` ${year}` : ''}` : field.label;
            return (
              <tr key={field.path}>
                <th scope="row">{name}</th>
                <td className="number">
                  {cell.skipReason ? (
                    <span className="muted">
                      {field.path === 'baseline' ? 'tidak ada data' : 'tidak ditargetkan'}
                    </span>
                  ) : (
                    showCell(cell, precision) || '–'
                  )}
                </td>
                <td className="small muted">{cell.skipReason ?? (cell.illustrative ? 'data contoh' : '')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hasExamples && <p className="legend">Angka bertanda data contoh bukan angka resmi.</p>}
    </>
  );
}
