'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { showClock } from '@/components/ui/moment';
import { SaveLine, type SaveLineProps } from '@/components/ui/save-line';
import type { Snapshot } from '@/lib/live/sender';
import { sender, useSnapshot } from './sender';

/** The one place of a page that says whether what was typed is saved. */
export function SaveStatus() {
  const snapshot = useSnapshot();
  return (
    <>
      <SaveLine {...lineOf(snapshot)} />
      {snapshot.isSignedOut && (
        <span className="line">
          <Link href="/masuk" target="_blank">
            Masuk lagi di tab baru
          </Link>
          <Button kind="plain" type="button" onClick={() => sender.retry()}>
            Kirim ulang
          </Button>
        </span>
      )}
    </>
  );
}

function lineOf(snapshot: Snapshot): SaveLineProps {
  const [conflict] = snapshot.conflicts;
  if (conflict)
    return {
      state: 'conflict',
      message: `${conflict.by} mengubah isian yang sama. Pilih nilai yang dipakai.`,
    };
  const refused = [...snapshot.fields.values()].find(state => state.kind === 'refused');
  if (refused?.kind === 'refused') return { state: 'refused', message: refused.message };
  if (snapshot.isRetrying || snapshot.isSignedOut) {
    return { state: 'waiting', count: snapshot.unsaved, message: snapshot.problem ?? undefined };
  }
  if (snapshot.unsaved > 0) return { state: 'saving' };
  return snapshot.savedAt ? { state: 'saved', at: showClock(snapshot.savedAt) } : { state: 'idle' };
}
