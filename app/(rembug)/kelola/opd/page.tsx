import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { DepartmentList } from '@/components/people/department-list';
import { ManageHead } from '@/components/people/manage-head';
import { departmentFields } from '@/components/people/specs';
import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { createDepartmentAction } from '@/lib/people/actions';
import { listDepartments } from '@/lib/people/read/departments';

export const metadata: Metadata = { title: 'Kelola OPD' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.managePeople(actor)) notFound();
  const departments = await listDepartments(actor);
  const open = departments.filter(({ when }) => when !== 'past');
  return (
    <>
      <ManageHead title="OPD" current="/kelola/opd">
        <p>
          <strong>{open.length} perangkat daerah</strong> di kabupaten/kota ini.
        </p>
        <div className="actions">
          <ButtonLink href="/kelola/pengguna/impor?isi=opd" kind="second" icon="upload">
            Tempel dari lembar kerja
          </ButtonLink>
          <ButtonLink href="/kelola/opd/alih" kind="second" icon="split">
            Alihkan OPD
          </ButtonLink>
        </div>
      </ManageHead>
      <Fold summary="Tambah OPD" icon="plus">
        <div className="form fold-form">
          <DeedForm
            id="opd-baru"
            address="/kelola/opd"
            action={createDepartmentAction}
            hidden={{ mutationId: randomUUID(), person: actor.userId }}
            fields={departmentFields()}
            button="Buat OPD"
          />
        </div>
      </Fold>
      <DepartmentList departments={departments} />
    </>
  );
}
