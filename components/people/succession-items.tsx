import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { keepChoicesAction } from '@/lib/people/actions';
import { type ItemFilter, itemsThatFit } from '@/lib/people/item-filter';
import type { DepartmentSuccession, ItemToGive } from '@/lib/people/read/department-succession';
import { kinds } from '@/lib/plan/kinds/all';
import type { DimensionView } from '@/lib/plan/read/frame';
import { HeirRadios } from './heir-radios';
import { KeptChoices } from './kept-choices';
import { stepPath } from './succession-nav';

type Props = {
  view: DepartmentSuccession;
  person: string;
  filter: ItemFilter;
  dimensions: readonly DimensionView[];
};

const mostShown = 100;

/** Items of departments with several successors: each is given to one, alone or all that are shown. */
export function SuccessionItems({ view, person, filter, dimensions }: Props) {
  const address = stepPath(view.id, 'isian');
  const fitting = itemsThatFit(view.items, filter);
  const shown = fitting.slice(0, mostShown);
  const hidden = { mutationId: randomUUID(), person, id: view.id, part: 'owners' };
  const proposed = Object.fromEntries(
    shown.flatMap(({ id, chosen, likely }) => (chosen === '' && likely ? [[id, likely.value]] : [])),
  );
  // Only where they come from one department do they all have the same choices.
  const isOfOne = new Set(shown.map(({ oldId }) => oldId)).size === 1;
  const all = (isOfOne && shown.length > 1 ? (shown[0]?.heirs ?? []) : []).map(({ value, label }) => ({
    ...{ value, label: `${shown.length} isian ke ${label}` },
  }));
  if (view.items.length === 0)
    return (
      <div className="panel section">
        <EmptyState>
          Tidak ada yang perlu dipilih. Setiap OPD lama punya satu penerus, dan isiannya ikut ke sana.
        </EmptyState>
      </div>
    );
  return (
    <section className="section" aria-labelledby="isian-dibagi">
      <h2 id="isian-dibagi">
        {view.counts.undecided > 0
          ? `${view.counts.undecided} dari ${view.items.length} isian belum punya penerus`
          : `${view.items.length} isian sudah punya penerus`}
      </h2>
      <p className="hint">Setiap pilihan langsung tersimpan. Anda dapat berhenti dan melanjutkannya nanti.</p>
      <Filters view={view} filter={filter} dimensions={dimensions} />
      {shown.length === 0 ? (
        <div className="panel">
          <EmptyState>Tidak ada isian yang cocok dengan saringan ini.</EmptyState>
        </div>
      ) : (
        <>
          {view.counts.splits > 1 && all.length === 0 && (
            <p className="hint">Saring satu OPD lama untuk memberi semuanya sekaligus.</p>
          )}
          <KeptChoices
            key={shown.map(({ id, chosen }) => `${id}${chosen}`).join()}
            all={all}
            proposed={proposed}
            address={address}
            action={keepChoicesAction}
            hidden={hidden}
            button="Simpan pilihan"
          >
            {shown.map(item => (
              <HeirRadios
                key={item.id}
                name={item.id}
                heirs={item.heirs}
                chosen={item.chosen}
                legend={item.title || `${kinds[item.kind].label} tanpa nama`}
              >
                <ItemFacts item={item} />
              </HeirRadios>
            ))}
          </KeptChoices>
          {fitting.length > shown.length && (
            <p className="hint">
              Tampil {shown.length} dari {fitting.length} isian. Saring menurut dimensi atau kata untuk
              melihat yang lain.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function ItemFacts({ item }: { item: ItemToGive }) {
  return (
    <p className="small muted">
      {[kinds[item.kind].label, item.code].filter(Boolean).join(' ')}, dari {item.from}
      {item.isArchived && ', di arsip'}
      {item.parent && (
        <>
          <br />
          di bawah: {item.parent}
        </>
      )}
      {item.likely && item.chosen === '' && (
        <>
          <br />
          Usulan dari induknya: {item.likely.label}
        </>
      )}
    </p>
  );
}

function Filters({ view, filter, dimensions }: Omit<Props, 'person'>) {
  const olds = view.olds.filter(({ heirs }) => heirs.length > 1);
  const used = dimensions.filter(({ id }) => view.items.some(({ dimensionId }) => dimensionId === id));
  const isNarrowed =
    filter.search !== '' || filter.department !== '' || filter.dimension !== '' || filter.isOpenOnly;
  return (
    <form className="filters" action={`/kelola/opd/alih/${view.id}`} aria-label="Cari dan saring">
      <input type="hidden" name="langkah" value="isian" />
      <label className="wide">
        <span>Cari</span>
        <input
          className="input"
          type="search"
          name="cari"
          defaultValue={filter.search}
          placeholder="Nama isian"
        />
      </label>
      <label>
        <span>OPD lama</span>
        <select className="input" name="opd" defaultValue={filter.department}>
          <option value="">Semua OPD lama</option>
          {olds.map(({ id, code }) => (
            <option key={id} value={id}>
              {code}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Dimensi</span>
        <select className="input" name="dimensi" defaultValue={filter.dimension}>
          <option value="">Semua dimensi</option>
          {used.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="-">Indikator daerah</option>
        </select>
      </label>
      <label>
        <span>Keadaan</span>
        <select className="input" name="keadaan" defaultValue={filter.isOpenOnly ? 'belum' : ''}>
          <option value="">Semua</option>
          <option value="belum">Belum dipilih</option>
        </select>
      </label>
      <span className="go">
        <Button kind="second" icon="filter">
          Saring
        </Button>
        {isNarrowed && (
          <Link className="side-link" href={stepPath(view.id, 'isian')} prefetch={false}>
            Tampilkan semua
          </Link>
        )}
      </span>
    </form>
  );
}
