'use client';

import { useEffect, useState } from 'react';
import { textOf } from '@/lib/plan/kinds/kind';
import { senderOf, useSnapshot } from './sender';

/** The name of an item as its heading, following what is typed. */
export function LiveTitle({ person, itemId, title }: { person: string; itemId: string; title: string }) {
  const sender = senderOf(person);
  useSnapshot(sender);
  const typed = sender.typed(itemId);
  const shown = 'title' in typed ? textOf(typed, 'title') || title : title;
  const [first] = useState(shown);
  useEffect(() => {
    if (shown === first) return;
    const mark = document.title.startsWith('Galat: ') ? 'Galat: ' : '';
    document.title = `${mark}${shown} – Rembug`;
  }, [shown, first]);
  return shown;
}
