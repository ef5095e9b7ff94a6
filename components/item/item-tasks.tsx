'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { textOf } from '@/lib/plan/kinds/kind';
import { type Arranged, copyAndOpen, putAway } from './arrange';
import { senderOf, useSnapshot, whenSaved } from './sender';

/** What else its owner can do with an item: copy it, put it away. */
export function ItemTasks({ item, person }: { item: PlanItem; person: string }) {
  const sender = senderOf(person);
  useSnapshot(sender);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const label = kinds[item.kind].label.toLowerCase();

  // What is still on its way would be left behind.
  const begin = (task: (arranged: Arranged) => Promise<void>) =>
    startTransition(async () => {
      setError('');
      await whenSaved(sender);
      if (sender.openFields(item.id).length > 0)
        return setError('Ada ketikan yang belum tersimpan. Selesaikan dulu, lalu coba lagi.');
      const title = textOf({ ...item.fields, ...sender.typed(item.id) }, 'title');
      await task({ ...item, title, version: Math.max(item.version, sender.versionOf(item.id)) });
    });

  async function copyIt(arranged: Arranged) {
    setError(await copyAndOpen(person, arranged, item.departmentId));
  }

  async function archive(arranged: Arranged) {
    const answer = await putAway(person, [arranged]);
    if (!answer.ok) return setError(answer.message);
    sayNow('Diarsipkan. Tombol Pulihkan di bawah mengembalikannya.');
    focusSoon();
  }

  return (
    <div className="side-tasks">
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <Button
        kind="plain"
        type="button"
        icon="copy"
        aria-disabled={isPending || undefined}
        onClick={() => begin(copyIt)}
      >
        Salin {label} ini
      </Button>
      <Button
        kind="plain"
        type="button"
        icon="trash"
        aria-disabled={isPending || undefined}
        onClick={() => begin(archive)}
      >
        Arsipkan {label} ini
      </Button>
    </div>
  );
}
