import { useState } from 'react';
import { FieldSet } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Field } from '@/lib/plan/kinds/kind';
import type { DepartmentView } from '@/lib/plan/read/frame';
import type { Around } from './field-input';

type Props = {
  field: Field;
  chosen: string[];
  departments: DepartmentView[];
  around: Around;
  onChange: (ids: string[]) => void;
};

/** Departments to tick, found by typing a part of their name. */
export function Supporters({ field, chosen, departments, around, onChange }: Props) {
  const [sought, setSought] = useState('');
  const { id } = around;
  const names = departments.filter(department => chosen.includes(department.id)).map(({ code }) => code);
  const found = departments.filter(
    ({ id: departmentId, code, name, isEnded }) =>
      (!isEnded || chosen.includes(departmentId)) &&
      `${code} ${name}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const toggle = (departmentId: string, isChosen: boolean) =>
    onChange([...chosen.filter(other => other !== departmentId), ...(isChosen ? [departmentId] : [])].sort());
  return (
    <FieldSet {...around} legend={field.label} hint={field.hint}>
      <p className="value">{names.join(', ') || 'Belum ada'}</p>
      <Fold summary="Pilih OPD pendukung">
        <label className="label" htmlFor={`${id}-cari`}>
          Cari OPD
        </label>
        <input
          className="input"
          id={`${id}-cari`}
          autoComplete="off"
          value={sought}
          onChange={event => setSought(event.target.value)}
        />
        <div className="choice department-choice">
          {found.map(({ id: departmentId, code, name }) => (
            <label key={departmentId}>
              <input
                type="checkbox"
                checked={chosen.includes(departmentId)}
                onChange={event => toggle(departmentId, event.target.checked)}
              />
              {name} ({code})
            </label>
          ))}
        </div>
      </Fold>
    </FieldSet>
  );
}
