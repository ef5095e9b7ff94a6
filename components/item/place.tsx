import Link from 'next/link';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Fold } from '@/components/ui/fold';
import { childKind, itemPath, kinds } from '@/lib/plan/kinds/all';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { ItemView, Relative } from '@/lib/plan/read/item';

type Props = { view: ItemView; dimension: DimensionView | null };

/** Where an item hangs: what stands above it, what beside it (folded), what below. */
export function Place({ view, dimension }: Props) {
  const { item, ancestors, siblings, children, below } = view;
  const child = childKind(item.kind);
  const hidden = child ? Math.max(0, (below?.[child.name]?.all ?? 0) - children.length) : 0;
  const here = (
    <>
      <Level kind={item.kind}>
        <b aria-current="page">{textOf(item.fields, 'title') || 'Tanpa nama'}</b>
      </Level>
      {(children.length > 0 || hidden > 0) && (
        <ul className="place">
          {children.map(relative => (
            <li key={relative.id}>
              <RelativeLink relative={relative} />
            </li>
          ))}
          {hidden > 0 && <li className="small muted">{hidden} lagi masih disusun OPD lain.</li>}
        </ul>
      )}
    </>
  );
  return (
    <section className="reader-part" aria-labelledby="letak">
      <h2 id="letak">Letak dalam rencana</h2>
      <ul className="place is-top">
        <li>
          {dimension ? (
            <Link href={`/rencana/dimensi/${dimension.slug}`} prefetch={false}>
              <Chip {...dimension} />
            </Link>
          ) : (
            <b>Indikator daerah</b>
          )}
          <Under ancestors={ancestors} siblings={siblings}>
            {here}
          </Under>
        </li>
      </ul>
    </section>
  );
}

type UnderProps = { ancestors: readonly Relative[]; siblings: readonly Relative[]; children: ReactNode };

/** One level for each ancestor, and on the last one the item with its siblings beside it. */
function Under({ ancestors: [next, ...rest], siblings, children }: UnderProps) {
  if (next) {
    return (
      <ul className="place">
        <li>
          <Level kind={next.kind}>
            <Link href={itemPath(next)} prefetch={false}>
              {next.title || 'Tanpa nama'}
            </Link>
          </Level>
          <Under ancestors={rest} siblings={siblings}>
            {children}
          </Under>
        </li>
      </ul>
    );
  }
  return (
    <ul className="place">
      <li className="is-here">{children}</li>
      {siblings.length > 0 && (
        <li>
          <Fold summary={`${siblings.length} ${wordFor(siblings)} lain di sini`}>
            <ul className="past">
              {siblings.map(relative => (
                <li key={relative.id}>
                  <RelativeLink relative={relative} />
                </li>
              ))}
            </ul>
          </Fold>
        </li>
      )}
    </ul>
  );
}

function Level({ kind, children }: { kind: ItemKind; children: ReactNode }) {
  return (
    <p>
      <span className="kind-word">{kinds[kind].label}</span> {children}
    </p>
  );
}

function RelativeLink({ relative }: { relative: Relative }) {
  return (
    <>
      <Link href={itemPath(relative)} prefetch={false}>
        {relative.title || 'Tanpa nama'}
      </Link>{' '}
      <span className="owner">{relative.departmentCode}</span>
    </>
  );
}

const wordFor = ([first]: readonly Relative[]) => (first ? kinds[first.kind].label.toLowerCase() : '');
