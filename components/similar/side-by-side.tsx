import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { itemPath } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { Names } from '@/lib/plan/log/story';
import type { Likely } from '@/lib/plan/read/similar';
import { type Beside, sideBySide } from '@/lib/plan/side-by-side';

type Props = { members: readonly Likely[]; plan: Years; names: Names };

/** Indicators beside each other: first what differs, marked by a sign and a word; what is the same is folded away. */
export function SideBySide({ members, plan, names }: Props) {
  const open = members.flatMap(member => (member.kind === 'open' ? [member] : []));
  const drafting = members.filter(({ kind }) => kind === 'hidden').map(one => one.departmentCode);
  const rows = sideBySide(
    open.map(({ item }) => item.fields),
    plan,
    names,
  );
  const same = rows.filter(({ differs }) => !differs);
  return (
    <>
      {drafting.map(code => (
        <p key={code} className="muted">
          <Icon name="lock" /> Masih disusun oleh {code}
        </p>
      ))}
      {open.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section className="beside-box" tabIndex={0} aria-label="Perbandingan, dapat digeser ke samping">
          <table className="beside">
            <thead>
              <tr>
                <th scope="col">Isian</th>
                {open.map(({ id, item, departmentCode }) => (
                  <th key={id} scope="col">
                    {departmentCode}
                    <br />
                    <StatusTag status={item.status} selfApproved={item.selfApproved} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows
                .filter(({ differs }) => differs)
                .map(row => (
                  <Row key={row.path} row={row} open={open} />
                ))}
            </tbody>
          </table>
        </section>
      )}
      {open.length > 1 && same.length > 0 && (
        <Fold summary={`Sama di semuanya, ${same.length} isian`}>
          <dl className="facts">
            {same.map(({ path, label, values: [value] }) => (
              <div key={path}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
      <ul className="beside-links small">
        {open.map(({ id, item, departmentCode }) => (
          <li key={id}>
            <span className="beside-owner">
              <StatusTag status={item.status} selfApproved={item.selfApproved} />
            </span>
            <Link href={itemPath(item)} prefetch={false}>
              Buka isian {departmentCode}
              <span className="only-read">: {textOf(item.fields, 'title')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

type Open = Extract<Likely, { kind: 'open' }>;

function Row({ row: { label, values, isOdd }, open }: { row: Beside; open: readonly Open[] }) {
  return (
    <tr>
      <th scope="row">
        {label}
        <span className="odd-mark">
          <span aria-hidden="true">≠</span> berbeda
        </span>
      </th>
      {values.map((value, at) => (
        <td key={open[at]?.id} className={isOdd[at] ? 'is-odd' : undefined}>
          <span className="beside-owner">{open[at]?.departmentCode}</span>
          {value || <span className="muted">belum diisi</span>}
          {isOdd[at] && <span className="odd-mark">lain dari kebanyakan</span>}
        </td>
      ))}
    </tr>
  );
}
