'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { showClock } from '@/components/ui/moment';
import { SaveLine, type SaveLineProps } from '@/components/ui/save-line';
import type { FieldState } from '@/lib/live/field-states';
import { opensOffline } from '@/lib/live/offline';
import type { Snapshot } from '@/lib/live/sender';
import { senderOf, useSnapshot } from './sender';

type Props = {
  person: string;
  /** What the page shows. */
  itemIds: readonly string[];
  /** How the last change is taken back, where the page has no way of its own. */
  undo?: { canUndo: () => boolean; undo: () => void };
};

/** The one place of a page that says whether what was typed is saved. */
export function SaveStatus({ person, itemIds, undo }: Props) {
  const sender = senderOf(person);
  const snapshot = useSnapshot(sender);
  const open = itemIds.flatMap(id => sender.openFields(id)).map(({ state }) => state);
  const isRefused = open.some(({ kind }) => kind === 'refused');
  const line = lineOf(snapshot, open);
  return (
    <>
      <SaveLine {...line} />
      {line.state === 'saved' && undo?.canUndo() && (
        <Button kind="plain" type="button" className="undo" onClick={undo.undo}>
          Urungkan<span className="only-read"> perubahan terakhir</span>
        </Button>
      )}
      {!snapshot.isKept && (
        <span className="small">
          Peramban ini tidak menyimpan ketikan. Jangan tutup halaman sebelum tertulis Tersimpan.
        </span>
      )}
      {line.state === 'waiting' && snapshot.isKept && !opensOffline() && (
        <span className="small">
          Tanpa jaringan, halaman ini tidak dapat dibuka lagi di peramban ini. Biarkan tetap terbuka.
        </span>
      )}
      {snapshot.isOutdated && (
        <Button kind="second" type="button" onClick={() => window.location.reload()}>
          Muat ulang
        </Button>
      )}
      {(snapshot.isSignedOut || isRefused) && (
        <span className="line">
          {snapshot.isSignedOut && <SignInAgain />}
          <Button kind="plain" type="button" onClick={() => sender.retry()}>
            Kirim ulang
          </Button>
        </span>
      )}
    </>
  );
}

/** The same for one item, whose last change can be taken back. */
export function ItemSaveStatus({ person, itemId }: { person: string; itemId: string }) {
  const sender = senderOf(person);
  const undo = {
    canUndo: () => sender.lastChange(itemId).length > 0,
    undo: () => sender.undo(itemId),
  };
  return <SaveStatus person={person} itemIds={[itemId]} undo={undo} />;
}

/** Back to this page after signing in; what was typed waits in this browser. */
function SignInAgain() {
  const here = usePathname();
  const query = useSearchParams().toString();
  const path = query ? `${here}?${query}` : here;
  return <a href={`/masuk?lanjut=${encodeURIComponent(path)}`}>Masuk lagi</a>;
}

function lineOf({ problem, savedAt }: Snapshot, open: readonly FieldState[]): SaveLineProps {
  const conflict = open.find(state => state.kind === 'conflict')?.conflict;
  if (conflict) {
    return {
      state: 'conflict',
      message: `${conflict.by} mengubah isian yang sama. Pilih nilai yang dipakai.`,
    };
  }
  const refused = open.find(state => state.kind === 'refused');
  if (refused) return { state: 'refused', message: refused.message };
  if (open.length > 0 && problem) return { state: 'waiting', count: open.length, message: problem };
  if (open.some(({ kind }) => kind === 'waiting' || kind === 'sending')) return { state: 'saving' };
  const unread = open.find(state => state.kind === 'unread');
  if (unread) return { state: 'unread', message: unread.message };
  return savedAt ? { state: 'saved', at: showClock(savedAt) } : { state: 'idle' };
}
