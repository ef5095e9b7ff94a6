'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { startOffline } from '@/lib/live/offline';
import { countKept, listForeign } from '@/lib/live/outbox';
import type { Sender } from '@/lib/live/sender';
import { itemPath } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { readScoreKey } from '@/lib/priority/score-key';

/** On every page: what its person typed elsewhere and is not saved yet, sent from here and told. */
export function Waiting({ person }: { person: string }) {
  const path = usePathname();
  const [loaded, setLoaded] = useState<typeof import('./sender') | null>(null);
  useEffect(() => startOffline(person), [person]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew on each page
  useEffect(() => {
    if (loaded) return;
    // Nearly always nothing waits, and the sender need not be fetched.
    void countKept(person).then(count => (count > 0 ? import('./sender').then(setLoaded) : undefined));
  }, [person, path, loaded]);
  return (
    loaded && (
      <>
        <WaitingItems sender={loaded.senderOf(person)} path={path} useSnapshot={loaded.useSnapshot} />
        <Foreign person={person} />
      </>
    )
  );
}

/** Whether the page itself tells how an item stands: its own does, and the grid for all indicators of its person. */
function isShown(path: string, itemId: string, kind: ItemKind | undefined): boolean {
  const score = readScoreKey(itemId);
  if (score) return path === scoresPath(score);
  return path.includes(`/${itemId}`) || (path === '/isian-cepat' && kind === 'indicator');
}

const scoresPath = ({ slug }: { slug: string }) => `/prioritas/${slug}`;

/** Where what waits can be seen. */
function pathTo(kind: ItemKind, itemId: string): string {
  const score = readScoreKey(itemId);
  return score ? scoresPath(score) : itemPath({ kind, id: itemId });
}

type Props = {
  sender: Sender;
  path: string;
  useSnapshot: typeof import('./sender').useSnapshot;
};

function WaitingItems({ sender, path, useSnapshot }: Props) {
  const { problem } = useSnapshot(sender);
  const items = sender
    .openItems()
    .filter(({ itemId, about }) => !isShown(path, itemId, about?.kind))
    .filter(({ itemId }) => problem !== null || needsHand(sender, itemId));
  if (items.length === 0) return null;
  const count = items.reduce((sum, item) => sum + item.count, 0);
  return (
    <div role="status">
      <CheckMessage
        level="warn"
        word={`Belum terkirim (${count})`}
        below={
          <ul>
            {items.map(({ itemId, about, count }) => (
              <li key={itemId}>
                {about ? (
                  <Link href={pathTo(about.kind, itemId)} prefetch={false}>
                    {about.title}
                  </Link>
                ) : (
                  'Isian lain'
                )}
                : {count} isian
              </li>
            ))}
          </ul>
        }
      >
        – {problem ?? 'tersimpan di perangkat ini dan perlu Anda lihat'}.
      </CheckMessage>
    </div>
  );
}

/** What another version of the program kept on this device: its words can be copied, and then let go. */
function Foreign({ person }: { person: string }) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof listForeign>> | null>(null);
  useEffect(() => void listForeign(person).then(setFound), [person]);
  if (!found || found.texts.length === 0) return null;
  const forget = async () => {
    await found.forget();
    setFound(null);
  };
  return (
    <CheckMessage
      level="warn"
      word="Belum terkirim"
      below={
        <>
          <ul>
            {found.texts.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Button kind="second" type="button" onClick={forget}>
            Sudah saya salin, hapus dari perangkat
          </Button>
        </>
      }
    >
      – ketikan ini disimpan oleh versi lain dari program ini. Salin, lalu ketik lagi di isiannya.
    </CheckMessage>
  );
}

/** Whether something of it does not go on its way by itself. */
function needsHand(sender: Sender, itemId: string): boolean {
  return sender.openFields(itemId).some(({ state }) => state.kind !== 'waiting' && state.kind !== 'sending');
}
