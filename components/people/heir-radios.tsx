import type { ReactNode } from 'react';
import type { Choice } from '@/lib/people/read/choices';

type Props = {
  /** What the choice is about; its radios are called "pilih-…". */
  name: string;
  legend: string;
  heirs: readonly Choice[];
  chosen: string;
  /** What stands in the draft, where it differs from what is chosen: a proposal is no choice yet. */
  was?: string;
  /** What an empty choice says; left out, there is none. */
  none?: string;
  children?: ReactNode;
};

/** One choice among successors, as radios that a finger hits. */
export function HeirRadios({ name, legend, heirs, chosen, was = chosen, none, children }: Props) {
  const choices = [...(none === undefined ? [] : [{ value: '', label: none }]), ...heirs];
  return (
    <fieldset className="panel heir-radios">
      <legend>{legend}</legend>
      <input type="hidden" name={`was-${name}`} defaultValue={was} />
      {children}
      <div className="choice">
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={`pilih-${name}`} value={value} defaultChecked={chosen === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
