'use client';

import { CheckMessage } from '@/components/ui/check-message';
import { findField } from '@/lib/plan/kinds/all';
import type { ItemKind, Years } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import { knownReference } from './known-references';
import { senderOf, useSnapshot } from './sender';

type Props = { person: string; itemId: string; kind: ItemKind; plan: Years };

/** What was typed before the item left its owner's hands, and was not taken: kept here to be copied. */
export function Unsent({ person, itemId, kind, plan }: Props) {
  const sender = senderOf(person);
  useSnapshot(sender);
  const same = (id: string) => id;
  const names = { ...plan, departmentCode: same, subdimensionName: same, referenceName: knownReference };
  const texts = sender.openFields(itemId).flatMap(({ field, state }) => {
    const found = findField(kind, field, plan);
    if (!found) return [];
    if (state.kind === 'refused')
      return [`${found.label}: ${showValue(found, state.value, names) || 'kosong'}`];
    if (state.kind === 'conflict')
      return [`${found.label}: ${showValue(found, state.conflict.mine, names) || 'kosong'}`];
    return state.kind === 'unread' ? [`${found.label}: ${state.text}`] : [];
  });
  if (texts.length === 0) return null;
  return (
    <CheckMessage
      level="warn"
      word="Belum tersimpan:"
      below={
        <ul>
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    >
      Ketikan Anda berikut ini tidak masuk, karena isian ini tidak dapat diubah lagi. Salin bila masih
      diperlukan.
    </CheckMessage>
  );
}
