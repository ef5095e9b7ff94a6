import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';

export type FieldSpec = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  value?: string;
  input?: 'text' | 'long' | 'date' | 'select' | 'username';
  choices?: readonly { value: string; label: string }[];
  /** What an empty choice says. */
  none?: string;
  /** Fields with the same heading are folded away together until one is needed. */
  group?: string;
};

type State = { ok?: boolean; message?: string; field?: string; typed?: Record<string, unknown> };
type Props = { id: string; fields: readonly FieldSpec[]; state: State };

/** The fields of a form, with what was typed before a refusal and the refusal at its field. */
export function DeedFields({ id, fields, state }: Props) {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return groups.map(group => {
    const own = fields.filter(field => field.group === group);
    const drawn = own.map(field => <DeedField key={field.name} id={id} field={field} state={state} />);
    if (!group) return drawn;
    const isNeeded = own.some(({ name }) => name === state.field || Boolean(state.typed?.[name]));
    return (
      <Fold key={group} summary={group} open={isNeeded || undefined}>
        <div className="fold-fields">{drawn}</div>
      </Fold>
    );
  });
}

function DeedField({ id, field, state }: { id: string; field: FieldSpec; state: State }) {
  const { name, label, hint, optional, input = 'text', choices = [], none } = field;
  const typed = state.typed?.[name];
  const value = typeof typed === 'string' ? typed : (field.value ?? '');
  const isWrong = state.ok === false && state.field === name;
  return (
    <Field
      id={`${id}-${name}`}
      label={label}
      hint={hint}
      optional={optional}
      messages={isWrong && state.message ? [{ level: 'block', text: state.message }] : []}
    >
      {control =>
        input === 'select' ? (
          <select {...control} name={name} defaultValue={value} key={value}>
            {none !== undefined && <option value="">{none}</option>}
            {choices.map(choice => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : input === 'long' ? (
          <textarea {...control} name={name} rows={3} defaultValue={value} />
        ) : (
          <input
            {...control}
            name={name}
            type={input === 'date' ? 'date' : 'text'}
            defaultValue={value}
            autoComplete="off"
            {...(input === 'username' ? { autoCapitalize: 'none', spellCheck: false } : {})}
          />
        )
      }
    </Field>
  );
}
