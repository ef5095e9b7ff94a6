'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { subscribe } from '@/lib/live/subscription';

type Props = {
  person: string;
  /** The plan's revision that the page was drawn at. */
  revision: number;
  /** Items on the page; without them whatever was handed in, decided, begun or put away counts. */
  items?: readonly string[];
};

/** What one did oneself is drawn by then. */
const graceMs = 1_500;

/** Says that a list is no longer as it is, and draws it anew when asked. Only where nothing can be typed. */
export function Changed({ person, revision, items }: Props) {
  const [hasChanged, setHasChanged] = useState(false);
  const router = useRouter();
  const wanted = items?.join(' ');
  useEffect(() => {
    setHasChanged(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const shown = wanted?.split(' ');
    const stop = subscribe(person, revision, news => {
      const isOurs = shown ? news.items.some(id => shown.includes(id)) : news.moved.length > 0;
      if (isOurs || news.isAnew) timer ??= setTimeout(() => setHasChanged(true), graceMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [person, revision, wanted]);
  return (
    <div className="told" role="status" aria-label="Perubahan orang lain">
      {hasChanged && (
        <p>
          <Icon name="info" />
          <span>Ada perubahan.</span>
          <Button kind="plain" type="button" onClick={() => router.refresh()}>
            Muat ulang
          </Button>
        </p>
      )}
    </div>
  );
}
