'use client';

import { Button } from '@/components/ui/button';
import { showMoment } from '@/components/ui/moment';
import type { Field, FieldValue } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { Editing } from './item-editor';

type Props = {
  field: Field;
  editing: Editing;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
};

/** Two people changed the same field: both values with names and times, and a choice. None is favoured. */
export function Clash({ field, editing, departments, subdimensions }: Props) {
  const state = editing.sender.stateOf(editing.itemId, field.path);
  if (state?.kind !== 'conflict') return null;
  const { mine, theirs, before, by, at } = state.conflict;
  const names = {
    ...{ baselineYear: 0, years: [] },
    departmentCode: (id: string) => departments.find(department => department.id === id)?.code ?? '',
    subdimensionName: (id: string) => subdimensions.find(subdimension => subdimension.id === id)?.name ?? '',
  };
  const say = (value: FieldValue) => showValue(field, value, names) || 'kosong';

  function settle(choice: 'mine' | 'theirs') {
    editing.sender.settle(editing.itemId, field.path, choice);
    editing.show(field.path, choice === 'mine' ? mine : theirs);
  }

  return (
    <section className="clash" aria-label={`Bentrok pada ${field.label}`}>
      <p className="clash-title">
        {by} mengubah {field.label.toLowerCase()} {showMoment(at)}. Nilai mana yang dipakai?
      </p>
      <dl className="clash-values">
        <div>
          <dt>Punya saya, belum tersimpan</dt>
          <dd>
            <strong>{say(mine)}</strong>
          </dd>
        </div>
        <div>
          <dt>Yang tersimpan</dt>
          <dd>
            <strong>{say(theirs)}</strong>
            <small>
              {by}, {showMoment(at)}
            </small>
          </dd>
        </div>
      </dl>
      <p className="small muted">Sebelumnya: {say(before)}</p>
      <div className="actions">
        <Button kind="second" type="button" onClick={() => settle('mine')}>
          Pakai punya saya
        </Button>
        <Button kind="second" type="button" onClick={() => settle('theirs')}>
          Pakai yang tersimpan
        </Button>
      </div>
    </section>
  );
}
