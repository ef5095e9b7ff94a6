import Link from 'next/link';
import { useState } from 'react';
import { SaveStatus } from '@/components/item/save-status';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import type { Sender } from '@/lib/live/sender';
import type { ChainYear } from '@/lib/plan/ipm-chain';
import type { IpmGap, Tried } from '@/lib/plan/ipm-gaps';
import { itemPath } from '@/lib/plan/kinds/all';
import { emptyCell } from '@/lib/plan/kinds/kind';
import type { Holder } from '@/lib/plan/read/ipm';
import { itemsOfTry, proposalText } from './proposal';
import { amountFor, pathOf } from './saved-figures';

type Props = {
  chain: readonly ChainYear[];
  gaps: readonly IpmGap[];
  holders: readonly Holder[];
  planYears: readonly number[];
  tried: Tried;
  problems: Readonly<Record<string, string>>;
  person: string;
  sender: Sender;
  /** The address part that tries the same again. */
  query: string;
  /** Takes figures out of the trial. */
  forget: (cells: readonly string[]) => void;
};

/** What can be done with what was tried: save it where this person may, else propose it to whose it is. */
export function Outcome(props: Props) {
  const { chain, gaps, holders, planYears, tried, person, sender, query, forget } = props;
  const [isSaved, setIsSaved] = useState(false);
  const items = itemsOfTry(chain, holders, planYears, tried);
  const own = items.filter(({ holder }) => holder?.isEditable === true);
  const others = items.filter(({ holder, isPlanYear }) => isPlanYear && holder?.isEditable !== true);

  function save() {
    for (const holder of new Set(own.flatMap(one => one.holder ?? []))) {
      const mine = own.filter(one => one.holder === holder);
      sender.open(holder.id, holder.version, {
        ...{ kind: holder.kind, title: holder.title },
        labels: Object.fromEntries(mine.map(({ year }) => [pathOf(year), `Target ${year}`])),
      });
      const cells = mine.map(({ year, amount }) => [
        pathOf(year),
        { ...emptyCell, low: amountFor(holder, amount) },
      ]);
      sender.change(holder.id, Object.fromEntries(cells));
    }
    sender.flush();
    setIsSaved(true);
    forget(own.map(({ cell }) => cell));
  }

  const count = Object.keys(tried).length + Object.keys(props.problems).length;
  return (
    <div className="chain-outcome">
      <SaveStatus person={person} itemIds={holders.map(({ id }) => id)} />
      {count === 0 && !isSaved && (
        <p className="muted">Ketik angka lain di tabel untuk mencoba. Alamat halaman ini ikut memuatnya.</p>
      )}
      {isSaved && (
        <p>
          Angka yang disimpan ada di{' '}
          {holders
            .filter(({ id, isEditable }) => isEditable && Object.keys(sender.typed(id)).length > 0)
            .map((holder, at) => (
              <span key={holder.id}>
                {at > 0 && ', '}
                <Link href={itemPath(holder)} prefetch={false}>
                  {holder.title}
                </Link>
              </span>
            ))}
          .
        </p>
      )}
      {count > 0 && (
        <>
          <p>
            <strong>{count} angka dicoba.</strong> Rencana belum berubah.
          </p>
          <div className="actions">
            {own.length > 0 && (
              <Button type="button" onClick={save}>
                Simpan {own.length} angka ke rencana
              </Button>
            )}
            <Button
              kind="second"
              type="button"
              onClick={() => forget([...Object.keys(tried), ...Object.keys(props.problems)])}
            >
              Kosongkan simulasi
            </Button>
          </div>
        </>
      )}
      {others.length > 0 && (
        <section aria-labelledby="usulkan">
          <h3 id="usulkan">Usulkan ke pengampunya</h3>
          <p className="small muted">Angka ini bukan milik OPD Anda, atau sedang tidak dapat diubah.</p>
          <CopyText text={proposalText(others, gaps, query)} label="Teks usulan" />
        </section>
      )}
    </div>
  );
}
