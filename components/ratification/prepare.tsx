import { DeedForm } from '@/components/people/deed-form';
import { Fold } from '@/components/ui/fold';
import { explainAction, leaveOutAction, takeInAction } from '@/lib/ratification/actions';
import type { Concerned, Ratification, SubdimensionRow } from '@/lib/ratification/read/checklist';
import { ItemName } from './concerned-list';

export type Hidden = () => { mutationId: string; person: string };

const address = '/pengesahan';

/** Leaves an item out, with a reason that stands wherever the item does. */
export function LeaveOut({ items, hidden }: { items: readonly Concerned[]; hidden: Hidden }) {
  if (items.length === 0) return null;
  return (
    <Fold summary="Keluarkan satu isian dari rencana" icon="split">
      <p>Isian di bawahnya ikut dikeluarkan. Isinya tetap tersimpan dan dapat dimasukkan kembali.</p>
      <DeedForm
        id="keluarkan"
        address={address}
        action={leaveOutAction}
        hidden={hidden()}
        fields={[
          {
            ...{ name: 'item', label: 'Isian', input: 'select', none: 'Pilih isian' },
            choices: items.map(({ id, version, title, owner }) => ({
              value: `${id} ${version}`,
              label: `${title || 'Tanpa nama'} (${owner})`,
            })),
          },
          { name: 'reason', label: 'Alasan', hint: 'Tampil pada isian dan di riwayatnya.' },
        ]}
        button="Keluarkan isian"
        kind="second"
      />
    </Fold>
  );
}

type LeftOutProps = { items: Ratification['leftOut']; hidden: Hidden; canPrepare: boolean };

/** What was left out and why, and for the secretariat the way back. */
export function LeftOut({ items, hidden, canPrepare }: LeftOutProps) {
  if (items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="dikeluarkan">
      <h2 id="dikeluarkan">Dikeluarkan dari rencana, {items.length} isian</h2>
      <ul className="concerned">
        {items.map(item => (
          <li key={item.id} className="panel">
            <ItemName item={item} />
            <p>Alasan: {item.reason}</p>
            {canPrepare && (
              <DeedForm
                id={`masukkan-${item.id}`}
                address={address}
                action={takeInAction}
                hidden={{ ...hidden(), itemId: item.id, version: String(item.version) }}
                button="Masukkan kembali"
                kind="plain"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const explanation = {
  ...{ name: 'text', label: 'Penjelasan' },
  hint: 'Misalnya: bukan kewenangan kabupaten.',
};

/** Says why the plan has nothing for one of the subdimensions that are empty. */
export function ExplainSubdimension({ rows, hidden }: { rows: readonly SubdimensionRow[]; hidden: Hidden }) {
  const open = rows.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Fold summary="Jelaskan satu subdimensi" icon="pencil">
      <DeedForm
        id="jelaskan"
        address={address}
        action={explainAction}
        hidden={{ ...hidden(), was: '' }}
        fields={[
          {
            ...{ name: 'about', label: 'Subdimensi', input: 'select' },
            choices: open.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
          },
          explanation,
        ]}
        button="Simpan penjelasan"
        kind="second"
      />
    </Fold>
  );
}

type ExplainProps = { id: string; about: string; now: string; hidden: Hidden };

/** Changes an explanation, or takes it back by leaving it empty. */
export function ChangeExplanation({ id, about, now, hidden }: ExplainProps) {
  return (
    <DeedForm
      id={`penjelasan-${id}`}
      address={address}
      action={explainAction}
      hidden={{ ...hidden(), about, was: now }}
      fields={[{ ...explanation, value: now }]}
      button="Simpan penjelasan"
      kind="second"
    />
  );
}
