import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Button } from '@/components/ui/button';
import { departmentLabel } from '@/lib/plan/department-label';
import {
  type MatrixFilter,
  type MatrixView,
  queryOf,
  statusAddress,
  weightOptions,
} from '@/lib/plan/matrix-filter';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Status } from '@/lib/plan/workflow';

type Props = {
  frame: Pick<PlanFrame, 'dimensions' | 'subdimensions' | 'departments'>;
  filter: MatrixFilter;
  view: MatrixView;
  counts: Record<Status, number>;
  versions: readonly { id: string; name: string }[];
};

/** Filters as a plain form, so that they live in the address and need no script. */
export function MatrixFilters({ frame, filter, view, counts, versions }: Props) {
  const { dimensions, subdimensions, departments } = frame;
  const within = dimensions.filter(({ slug }) => !filter.dimension || slug === filter.dimension);
  const isFiltered = queryOf({ ...filter, status: undefined }) !== '' || view.since !== undefined;
  return (
    <div className="filter-box">
      <form className="filters" action="/rencana" aria-label="Saring">
        <label className="wide">
          <span>Cari</span>
          <input className="input" type="search" name="cari" maxLength={100} defaultValue={filter.search} />
        </label>
        <input className="only-read" type="checkbox" id="saringan-lain" defaultChecked={isFiltered} />
        <label className="more-toggle" htmlFor="saringan-lain">
          Saringan lain
        </label>
        <Choice label="Dimensi" name="dimensi" value={filter.dimension} all="Semua">
          {dimensions.map(({ slug, code, name }) => (
            <option key={slug} value={slug}>
              {code} {name}
            </option>
          ))}
        </Choice>
        <Choice label="Subdimensi" name="subdimensi" value={filter.subdimension} all="Semua">
          {within.map(({ id, name }) => (
            <optgroup key={id} label={name}>
              {subdimensions
                .filter(({ dimensionId }) => dimensionId === id)
                .map(one => (
                  <option key={one.id} value={one.code}>
                    {one.code} {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
        <Choice label="OPD" name="opd" value={filter.department} all="Semua">
          {departments.map(department => (
            <option key={department.id} value={department.code}>
              {departmentLabel(department)}
            </option>
          ))}
        </Choice>
        <Choice label="Prioritas" name="prioritas" value={addressOf('priority', filter.priority)} all="Semua">
          <Weights path="priority" />
        </Choice>
        <Choice label="Jangka waktu" name="jangka" value={addressOf('horizon', filter.horizon)} all="Semua">
          <Weights path="horizon" />
        </Choice>
        {versions.length > 0 && (
          <Choice label="Tandai perubahan sejak" name="sejak" value={view.since} all="Tidak ditandai">
            {versions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {filter.status && <input type="hidden" name="status" value={statusAddress(filter.status)} />}
        {view.isDense && <input type="hidden" name="tampilan" value="rapat" />}
        {view.paper && <input type="hidden" name="kertas" value={view.paper} />}
        {view.year && <input type="hidden" name="tahun" value={view.year} />}
        <span className="go">
          <Button kind="second" icon="filter">
            Saring
          </Button>
          {(isFiltered || filter.status) && (
            <Link
              href={`/rencana${queryOf({}, { isDense: view.isDense, year: view.year })}`}
              prefetch={false}
            >
              Hapus saringan
            </Link>
          )}
        </span>
      </form>
      <p className="counts">
        <span className="small muted">Tujuan, sasaran, dan indikator:</span>
        {(Object.keys(counts) as Status[]).map(status => (
          <Link
            key={status}
            href={`/rencana${queryOf({ ...filter, status: filter.status === status ? undefined : status }, view)}`}
            prefetch={false}
            aria-current={filter.status === status ? 'true' : undefined}
          >
            <StatusTag status={status} />
            <span data-count={status}>{counts[status]}</span>
          </Link>
        ))}
      </p>
    </div>
  );
}

type ChoiceProps = { label: string; name: string; value?: string; all: string; children: React.ReactNode };

function Choice({ label, name, value = '', all, children }: ChoiceProps) {
  return (
    <label className="more">
      <span>{label}</span>
      <select className="input" name={name} defaultValue={value}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}

function Weights({ path }: { path: 'priority' | 'horizon' }) {
  return weightOptions(path).map(({ address, label }) => (
    <option key={address} value={address}>
      {label}
    </option>
  ));
}

const addressOf = (path: 'priority' | 'horizon', value?: string) =>
  weightOptions(path).find(option => option.value === value)?.address;
