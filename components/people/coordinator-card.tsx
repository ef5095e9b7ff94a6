import { Chip } from '@/components/ui/chip';
import { Fold } from '@/components/ui/fold';
import { nameCoordinatorAction } from '@/lib/people/actions';
import type { Choices } from '@/lib/people/read/choices';
import type { CoordinatorsView } from '@/lib/people/read/coordinators';
import { DeedForm } from './deed-form';
import { Holders } from './holders';
import { decreeFields } from './specs';

type Props = {
  dimension: CoordinatorsView['dimensions'][number];
  choices: Choices;
  hidden: Record<string, string>;
};

/** One dimension: which department coordinates it, who acts for it today, and a form to name another. */
export function CoordinatorCard({ dimension, choices, hidden }: Props) {
  const { id, code, name, colour, icon, coordinatorId, decreeId, people } = dimension;
  const find = (list: Choices['departments'], value: string) =>
    list.find(choice => choice.value === value)?.label;
  return (
    <li className="panel deed-card">
      <h2>
        <Chip code={code} name={name} colour={colour} icon={icon} />
      </h2>
      <p>
        <strong>{find(choices.departments, coordinatorId) ?? 'Belum ada koordinator'}</strong>
        <span className="meta">{find(choices.decrees, decreeId) ?? 'Tanpa keputusan'}</span>
      </p>
      <Holders people={people} none="Belum ada orang yang bertindak untuk dimensi ini." />
      <Fold summary="Ganti koordinator" icon="pencil">
        <DeedForm
          id={`koordinator-${id}`}
          address="/kelola/koordinator"
          action={nameCoordinatorAction}
          hidden={{ ...hidden, dimensionId: id, was: coordinatorId }}
          fields={[
            {
              ...{ name: 'departmentId', label: 'OPD koordinator', input: 'select', none: 'Belum ditunjuk' },
              ...{ choices: choices.departments, value: coordinatorId },
            },
            ...decreeFields(choices.decrees, decreeId),
          ]}
          button="Simpan koordinator"
        />
      </Fold>
    </li>
  );
}
