import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { isNarrowed, type PeopleFilter, stateLabels } from '@/lib/people/people-filter';
import type { Choice } from '@/lib/people/read/choices';
import { roleChoices } from './specs';

type Props = { filter: PeopleFilter; departments: readonly Choice[] };

/** Filters as a plain form, so that they live in the address and need no script. */
export function PeopleFilters({ filter, departments }: Props) {
  const states = Object.entries(stateLabels).map(([value, label]) => ({ value, label }));
  return (
    <form className="filters" action="/kelola/pengguna" aria-label="Cari dan saring">
      <label className="wide">
        <span>Cari</span>
        <input
          className="input"
          type="search"
          name="cari"
          defaultValue={filter.search}
          placeholder="Nama atau OPD"
        />
      </label>
      <Select label="OPD" name="opd" all="Semua OPD" value={filter.department} choices={departments} />
      <Select label="Peran" name="peran" all="Semua peran" value={filter.role} choices={roleChoices} />
      <Select label="Keadaan" name="keadaan" all="Semua" value={filter.state} choices={states} />
      <span className="go">
        <Button kind="second" icon="filter">
          Saring
        </Button>
        {isNarrowed(filter) && (
          <Link className="side-link" href="/kelola/pengguna" prefetch={false}>
            Tampilkan semua
          </Link>
        )}
      </span>
    </form>
  );
}

type SelectProps = { label: string; name: string; all: string; value: string; choices: readonly Choice[] };

function Select({ label, name, all, value, choices }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select className="input" name={name} defaultValue={value}>
        <option value="">{all}</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
