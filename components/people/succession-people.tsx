import { randomUUID } from 'node:crypto';
import { EmptyState } from '@/components/ui/empty-state';
import { keepChoicesAction } from '@/lib/people/actions';
import type { DepartmentSuccession } from '@/lib/people/read/department-succession';
import { end, stay } from '@/lib/people/succession';
import { HeirRadios } from './heir-radios';
import { KeptChoices } from './kept-choices';
import { stepPath } from './succession-nav';

type Props = { view: DepartmentSuccession; person: string };

/** Who coordinates next, who of the old departments goes where, and who goes on supporting. */
export function SuccessionPeople({ view, person }: Props) {
  const address = stepPath(view.id, 'orang');
  const kept = (part: string) => ({
    ...{ address, action: keepChoicesAction, button: 'Simpan pilihan' },
    hidden: { mutationId: randomUUID(), person, id: view.id, part },
  });
  const { coordinators, posts, supports, isBegun } = view;
  const open = coordinators.filter(({ heirs }) => heirs.length > 1);
  return (
    <>
      <section className="section" aria-labelledby="koordinator">
        <h2 id="koordinator">Koordinator dimensi</h2>
        {coordinators.length === 0 && <p className="muted">Tidak ada OPD lama yang menjadi koordinator.</p>}
        <ul>
          {coordinators
            .filter(({ heirs }) => heirs.length === 1)
            .map(({ code, name, from, heirs }) => (
              <li key={code}>
                {name}: {from} diteruskan <strong>{heirs[0]?.label}</strong>
              </li>
            ))}
        </ul>
        {open.length > 0 && (
          <KeptChoices {...kept('coordinators')}>
            {open.map(({ code, name, from, heirs, chosen }) => (
              <HeirRadios key={code} name={code} legend={name} heirs={heirs} chosen={chosen}>
                <p className="small muted">Sekarang {from}</p>
              </HeirRadios>
            ))}
          </KeptChoices>
        )}
      </section>
      {!isBegun && (
        <section className="section" aria-labelledby="orang-lama">
          <h2 id="orang-lama">Orang di OPD lama</h2>
          <p className="hint">
            Yang tetap di OPD lama hanya dapat membaca. Akunnya dapat diberi peran lain kapan saja.
          </p>
          {posts.length === 0 ? (
            <div className="panel">
              <EmptyState>Tidak ada orang dengan peran di OPD lama hari ini.</EmptyState>
            </div>
          ) : (
            <KeptChoices {...kept('posts')}>
              {posts.map(({ id, name, words, heirs, to, was }) => (
                <HeirRadios
                  key={id}
                  name={id}
                  legend={name}
                  chosen={to}
                  was={was}
                  heirs={[
                    ...heirs.map(({ value, label }) => ({ value, label: `Pindah ke ${label}` })),
                    { value: stay, label: 'Tetap, hanya membaca' },
                    { value: end, label: 'Perannya berakhir' },
                  ]}
                >
                  <p className="small muted">
                    {words}
                    {was === '' && ' (usulan)'}
                  </p>
                </HeirRadios>
              ))}
            </KeptChoices>
          )}
        </section>
      )}
      {supports.length > 0 && (
        <section className="section" aria-labelledby="dukungan">
          <h2 id="dukungan">OPD pendukung yang dipecah</h2>
          <KeptChoices {...kept('supporters')}>
            {supports.map(({ key, title, from, heirs, chosen }) => (
              <HeirRadios
                key={key}
                name={key}
                legend={title || 'Isian tanpa nama'}
                heirs={heirs}
                chosen={chosen}
                none="Semua penerus"
              >
                <p className="small muted">Didukung {from}</p>
              </HeirRadios>
            ))}
          </KeptChoices>
        </section>
      )}
    </>
  );
}
