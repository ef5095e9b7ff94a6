import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { DepartmentRow } from '@/lib/people/read/departments';
import { showDay } from '@/lib/people/words';

/** Departments in their order as a table, as cards on a phone. */
export function DepartmentList({ departments }: { departments: readonly DepartmentRow[] }) {
  if (departments.length === 0) {
    return (
      <div className="panel">
        <EmptyState>Belum ada OPD. Tambah satu, atau tempel daftarnya.</EmptyState>
      </div>
    );
  }
  return (
    <table className="people" aria-label="OPD">
      <thead>
        <tr>
          <th scope="col">OPD</th>
          <th scope="col">Jenis</th>
          <th scope="col">Orang</th>
          <th scope="col">Isian</th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ id, code, name, kind, when, from, to, people, items }) => (
          <tr key={id} className={when === 'past' ? 'is-disabled' : undefined}>
            <th scope="row">
              <Link href={`/kelola/opd/${id}`} prefetch={false}>
                {code}
              </Link>
              <span className="meta">{name}</span>
            </th>
            <td>
              {kind}
              {when === 'past' && to && <span className="meta">Berakhir {showDay(to)}</span>}
              {when === 'ahead' && from && <span className="meta">Mulai {showDay(from)}</span>}
            </td>
            <td>
              {people}
              <span className="narrow-word"> orang</span>
            </td>
            <td>
              {items}
              <span className="narrow-word"> isian</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
