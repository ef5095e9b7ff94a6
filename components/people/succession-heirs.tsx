import { randomUUID } from 'node:crypto';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { addHeirAction, releaseHeirAction } from '@/lib/people/actions';
import { kindLabels } from '@/lib/people/kinds';
import type { DepartmentSuccession } from '@/lib/people/read/department-succession';
import { DeedForm } from './deed-form';
import { stepPath } from './succession-nav';

type Props = { view: DepartmentSuccession; person: string };

/** Which old department is succeeded by what; several old ones may have one successor, and one old one several. */
export function SuccessionHeirs({ view, person }: Props) {
  const address = stepPath(view.id, 'penerus');
  const offices = view.mayEnd.filter(({ isDistrict }) => !isDistrict);
  const districts = view.mayEnd.filter(({ isDistrict }) => isDistrict);
  const tick = ({ value, label }: { value: string; label: string }) => (
    <label key={value}>
      <input type="checkbox" name={`lama-${value}`} value="ya" />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <section className="section" aria-labelledby="daftar-penerus">
        <h2 id="daftar-penerus">Siapa meneruskan siapa</h2>
        {view.olds.length === 0 ? (
          <div className="panel">
            <EmptyState example="Dinas A dan Dinas B digabung menjadi Dinas C">
              Belum ada. Centang OPD lama di bawah, lalu pilih penerusnya.
            </EmptyState>
          </div>
        ) : (
          <ul className="heir-lines">
            {view.olds.map(old => (
              <Line key={old.id} old={old} view={view} person={person} />
            ))}
          </ul>
        )}
      </section>
      {!view.isBegun && (
        <section className="section" aria-labelledby="tambah-penerus">
          <h2 id="tambah-penerus">Tambah OPD lama dan penerusnya</h2>
          <p className="hint">
            OPD yang dipecah diberi penerus lebih dari sekali. Isiannya lalu dibagi satu per satu.
          </p>
          <div className="form">
            <DeedForm
              id="penerus"
              address={address}
              action={addHeirAction}
              hidden={{ mutationId: randomUUID(), person, id: view.id }}
              fields={[
                {
                  ...{ name: 'heirId', label: 'OPD penerus', input: 'select', choices: view.maySucceed },
                  none: 'OPD baru, isi di bawah',
                },
                {
                  name: 'code',
                  label: 'Kode OPD baru',
                  optional: true,
                  hint: 'Singkatan yang tampil di rencana.',
                },
                { name: 'name', label: 'Nama OPD baru', optional: true },
                {
                  ...{ name: 'kind', label: 'Jenis OPD baru', input: 'select', value: 'DEPARTMENT' },
                  choices: Object.entries(kindLabels).map(([value, label]) => ({ value, label })),
                },
              ]}
              button="Simpan penerus"
            >
              <fieldset className="field" id="penerus-olds">
                <legend className="label">OPD lama yang diteruskan</legend>
                <div className="choice is-stacked old-choice">{offices.map(tick)}</div>
                {districts.length > 0 && (
                  <Fold summary={`${districts.length} kecamatan`}>
                    <div className="choice is-stacked old-choice">{districts.map(tick)}</div>
                  </Fold>
                )}
              </fieldset>
            </DeedForm>
          </div>
        </section>
      )}
    </>
  );
}

function Line({ old, view, person }: Props & { old: DepartmentSuccession['olds'][number] }) {
  return (
    <li className="panel heir-line">
      <p>
        <strong>{old.code}</strong> <span className="muted">{old.name !== old.code && old.name}</span>
        <br />
        <span className="small muted">
          {old.items} isian{old.heirs.length > 1 && ', dipecah'}
        </span>
      </p>
      <ul>
        {old.heirs.map(heir => (
          <li key={heir.id}>
            <p>
              diteruskan <strong>{heir.code}</strong>{' '}
              <span className="muted">
                {heir.name !== heir.code && heir.name}
                {heir.isFounded && !view.isBegun && ' (baru)'}
              </span>
            </p>
            {!view.isBegun && (
              <DeedForm
                id={`lepas-${old.id}-${heir.id}`}
                address={stepPath(view.id, 'penerus')}
                action={releaseHeirAction}
                hidden={{ mutationId: randomUUID(), person, id: view.id, oldId: old.id, heirId: heir.id }}
                button={`Lepas ${heir.code} dari ${old.code}`}
                kind="plain"
              />
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
