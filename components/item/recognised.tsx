import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Fields } from '@/lib/plan/kinds/kind';
import { textOf } from '@/lib/plan/kinds/kind';
import type { CatalogueEntry } from '@/lib/plan/read/catalogue';
import type { Editing } from './item-editor';

const pauseMs = 300;

/** Recognised indicators that fit a name, searched as it is typed. A failed search is no fault of the writer. */
export function useCatalogue(typed: string, isWanted: boolean): CatalogueEntry[] {
  const [found, setFound] = useState<CatalogueEntry[]>([]);
  useEffect(() => {
    if (!isWanted || typed.trim().length < 3) return setFound([]);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/katalog?cari=${encodeURIComponent(typed)}`, { signal: stop.signal });
        if (answer.ok) setFound(await answer.json());
      } catch {}
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, isWanted]);
  return found;
}

/** The fields that an entry fills; what is written already stays. */
export function fieldsOf(entry: CatalogueEntry, fields: Fields): Fields {
  const { title, unit, direction, definition, source, sdg } = entry;
  const offered: Fields = { unit, direction, definition, source, sdg: sdg || null };
  const free = Object.entries(offered).filter(
    ([path, value]) => value !== null && textOf(fields, path).trim() === '',
  );
  return { title, ...Object.fromEntries(free) };
}

/** Under the name of an indicator: recognised ones that fit it, while its measure is still open. */
export function Recognised({ editing }: { editing: Editing }) {
  const { fields } = editing;
  const typed = textOf(fields, 'title');
  // Once its measure is settled, another name would be a surprise.
  const isWanted = textOf(fields, 'unit') === '';
  const found = useCatalogue(typed, isWanted).filter(({ title }) => title !== typed);
  return <CatalogueList found={found} onChoose={entry => editing.changeAll(fieldsOf(entry, fields))} />;
}

type ListProps = { found: CatalogueEntry[]; onChoose: (entry: CatalogueEntry) => void };

/** Recognised indicators to choose from: plain buttons, for finger and keyboard alike. */
export function CatalogueList({ found, onChoose }: ListProps) {
  return (
    <section className="recognised" aria-label="Indikator baku yang mirip">
      <p className="small muted" role="status">
        {found.length > 0 &&
          `${found.length} indikator baku mirip nama ini. Pilih untuk mengisi yang masih kosong.`}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map(entry => (
            <li key={entry.code}>
              <Button kind="plain" type="button" onClick={() => onChoose(entry)}>
                <span>
                  {entry.title}
                  <small>
                    Satuan {entry.unit}, dari {entry.recognisedBy}
                  </small>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
