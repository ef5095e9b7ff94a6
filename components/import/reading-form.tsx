import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { ImportView } from '@/lib/exchange/import/import-view';
import { ignored, type MeaningOption, unknown } from '@/lib/exchange/import/meaning';
import { columnLetter } from '@/lib/exchange/import/report';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { StepForm } from './step-form';

type Props = {
  view: ImportView;
  frame: PlanFrame;
  options: readonly MeaningOption[];
  /** Departments that this person drafts for. */
  own: readonly { id: string; code: string }[];
  action: Parameters<typeof StepForm>[0]['action'];
  person: string;
};

/** Which sheet, which heads, and what the columns mean; remembered for the next table of this form. */
export function ReadingForm({ view, frame, options, own, action, person }: Props) {
  const { reading, sheets, columns, id } = view;
  return (
    <StepForm
      action={action}
      address={`/impor/${id}`}
      person={person}
      className="deed import-reading"
      busy="Membaca ulang…"
    >
      <input type="hidden" name="id" value={id} />
      <div className="import-choices">
        <Field id="lembar" label="Lembar">
          {control => (
            <select {...control} name="lembar" defaultValue={reading.sheet}>
              {sheets.map(({ name, isHidden, rows }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the sheets of a file never reorder
                <option key={index} value={index}>
                  {name} ({rows} baris{isHidden && ', tersembunyi'})
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="judul" label="Baris judul kolom">
          {control => (
            <input
              {...control}
              name="judul"
              inputMode="numeric"
              required
              pattern="[0-9]{1,6}"
              defaultValue={reading.headRow + 1}
            />
          )}
        </Field>
        <Field id="tinggi" label="Tinggi judul">
          {control => (
            <select {...control} name="tinggi" defaultValue={reading.headRows}>
              {[1, 2, 3].map(rows => (
                <option key={rows} value={rows}>
                  {rows} baris
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="dimensi" label="Baris tanpa dimensi">
          {control => (
            <select {...control} name="dimensi" defaultValue={reading.dimensionId ?? ''}>
              <option value="">Tanyakan</option>
              {frame.dimensions.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="opd" label="Baris tanpa OPD">
          {control => (
            <select {...control} name="opd" defaultValue={reading.departmentId ?? ''}>
              <option value="">Tanyakan</option>
              {own.map(({ id, code }) => (
                <option key={id} value={id}>
                  {code}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <fieldset className="import-columns">
        <legend className="label">Arti kolom</legend>
        <ol>
          {columns.map(({ column, label, meaning, reason, sample }) => (
            <li
              key={`${reading.sheet}.${reading.headRow}.${column}`}
              className={meaning === unknown ? 'is-unknown' : undefined}
            >
              <label htmlFor={`kolom-${column}`}>
                <span className="import-letter">{columnLetter(column)}</span> {label || 'tanpa judul'}
                {sample && <small>Contoh isi: {sample}</small>}
                {reason && <small>{reason}</small>}
              </label>
              <select
                className="input"
                id={`kolom-${column}`}
                name={`kolom-${column}`}
                defaultValue={meaning}
              >
                <option value={unknown}>Belum dikenal, tidak dipakai</option>
                <option value={ignored}>Tidak dipakai</option>
                <Options options={options} />
              </select>
            </li>
          ))}
        </ol>
      </fieldset>
      <div className="actions">
        <Button kind="second">Baca ulang dengan pilihan ini</Button>
      </div>
    </StepForm>
  );
}

function Options({ options }: { options: readonly MeaningOption[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map(group => (
    <optgroup key={group} label={group}>
      {options
        .filter(option => option.group === group)
        .map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
    </optgroup>
  ));
}
