import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { applySuccessionAction, dropSuccessionAction } from '@/lib/people/actions';
import type { DepartmentSuccession } from '@/lib/people/read/department-succession';
import { showDay } from '@/lib/people/words';
import { DeedForm } from './deed-form';
import { stepPath } from './succession-nav';

type Props = { view: DepartmentSuccession; person: string };

/** What will happen, in numbers, before any of it is written; then how far it has come. */
export function SuccessionCheck({ view, person }: Props) {
  const { counts, obstacles, warnings, isBegun, left, day, basis } = view;
  const address = stepPath(view.id, 'periksa');
  const hidden = { mutationId: randomUUID(), person, id: view.id };
  return (
    <section className="section" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{isBegun ? 'Sudah diterapkan' : 'Yang akan terjadi'}</h2>
      {isBegun ? (
        <p>
          {left === 0
            ? 'Semua isian, koordinator, dan OPD pendukung sudah beralih.'
            : `OPD lama sudah berakhir. ${left} isian masih harus beralih.`}
        </p>
      ) : (
        <dl className="facts succession-facts">
          <Fact name="Dasar">{basis ?? 'belum dipilih'}</Fact>
          <Fact name="Mulai">{day ? showDay(day) : 'belum diisi'}</Fact>
          <Fact name="OPD">
            {counts.old} OPD lama berakhir, {counts.heirs} OPD meneruskan
          </Fact>
          <Fact name="Isian">{counts.owned} isian berganti pengampu; isi dan statusnya tetap</Fact>
          <Fact name="Dukungan">{counts.supported} isian berganti OPD pendukung</Fact>
          <Fact name="Koordinator">{counts.dimensions} dimensi berganti koordinator</Fact>
          <Fact name="Orang">{counts.people} peran di OPD lama</Fact>
        </dl>
      )}
      {obstacles.map(({ step, says }) => (
        <CheckMessage
          key={says}
          level="block"
          below={
            step !== 'periksa' && (
              <Link className="side-link" href={stepPath(view.id, step)} prefetch={false}>
                Buka langkahnya
              </Link>
            )
          }
        >
          {says}
        </CheckMessage>
      ))}
      {warnings.map(says => (
        <CheckMessage key={says} level="warn">
          {says}
        </CheckMessage>
      ))}
      {obstacles.length === 0 && (!isBegun || left > 0) && (
        <DeedForm
          id="terapkan"
          address={address}
          action={applySuccessionAction}
          hidden={hidden}
          button={isBegun ? `Lanjutkan ${left} isian` : `Alihkan ${counts.owned} isian`}
        >
          {!isBegun && (
            <p className="hint">
              Sesudah ini akun OPD lama hanya dapat membaca. Langkah ini tidak dapat dibatalkan sekaligus.
            </p>
          )}
        </DeedForm>
      )}
      {!isBegun && (
        <Fold summary="Batalkan penataan ini">
          <div className="fold-form form">
            <DeedForm
              id="batal"
              address={address}
              action={dropSuccessionAction}
              hidden={{ ...hidden, mutationId: randomUUID() }}
              button="Batalkan penataan"
              kind="second"
            />
          </div>
        </Fold>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
