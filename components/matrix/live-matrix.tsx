'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { applyRows, showCounts } from './apply-patch';
import type { Patch } from './drawn';
import { TableBox } from './table-box';
import { watch } from './watch';
import { YearChoice } from './year-choice';

type Props = {
  /** Where to ask what changed. */
  address: string;
  etag: string;
  person: string;
  /** The plan's revision that the page was drawn at. */
  revision: number;
  /** Markup of the table, drawn and escaped by components/matrix/table. */
  table: string;
  years: readonly number[];
  /** The column that a narrow screen shows. */
  column: number;
  isDense: boolean;
  /** What can be done with the plan, beside the line that says how fresh it is. */
  children: ReactNode;
};

/** The matrix as it came, kept up to date by asking what changed; whoever reads is never moved from their place. */
export function LiveMatrix(props: Props) {
  const { address, etag, person, revision, table, years, column: first, isDense, children } = props;
  const box = useRef<HTMLElement>(null);
  const waiting = useRef<string>(undefined);
  const [column, setColumn] = useState(first);
  const [said, setSaid] = useState('Perubahan tampil sendiri');
  const [isWaiting, setIsWaiting] = useState(false);
  const router = useRouter();

  const showTable = useCallback(() => {
    if (box.current && waiting.current !== undefined) box.current.innerHTML = waiting.current;
    waiting.current = undefined;
    setIsWaiting(false);
  }, []);

  useEffect(() => {
    const take = (patch: Patch, at: string) => {
      showCounts(patch);
      if ('rows' in patch && box.current && waiting.current === undefined) applyRows(box.current, patch.rows);
      if ('table' in patch) {
        waiting.current = patch.table;
        setIsWaiting(true);
        // Nobody is reading: what came can take its place at once.
        if (document.hidden) showTable();
      }
      setSaid(`Diperbarui ${at}`);
    };
    return watch({ address, etag, person, revision }, take, setSaid);
  }, [address, etag, person, revision, showTable]);

  const choose = (next: number) => {
    setColumn(next);
    const query = new URLSearchParams(window.location.search);
    query.set('tahun', next === 2 ? 'awal' : String(years[next - 3]));
    window.history.replaceState(null, '', `?${query}`);
  };

  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain) return;
    event.preventDefault();
    router.push(link.getAttribute('href') ?? '/rencana');
  };

  return (
    <>
      <div className="live-line">
        <p className="save" role="status">
          <Icon name="clock" />
          {said}
        </p>
        {isWaiting && (
          <Button kind="second" type="button" onClick={showTable}>
            Tampilkan isian yang baru atau berpindah
          </Button>
        )}
        {children}
      </div>
      <YearChoice years={years} column={column} choose={choose} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only its links are followed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's own Enter is a click */}
      <div onClick={follow}>
        <TableBox
          ref={box}
          table={table}
          label="Tabel rencana, dapat digulir ke samping"
          column={column}
          isDense={isDense}
        />
      </div>
    </>
  );
}
