'use client';

import { type ComponentProps, type ComponentType, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import type { AddItem } from './add-item';

type Props = ComponentProps<typeof AddItem> & { label: string };

/** The way to add one more on an item's own page, where few do: its form is fetched when it is asked for. */
export function AddLater(props: Props) {
  const [Form, setForm] = useState<ComponentType<Props> | null>(null);
  const [isLost, setIsLost] = useState(false);
  const open = () =>
    import('./add-item').then(
      ({ AddItem }) => setForm(() => AddItem),
      () => setIsLost(true),
    );
  if (Form) return <Form {...props} isAsked />;
  return (
    <>
      <Button kind="plain" type="button" icon="plus" onClick={open}>
        {props.label}
        {props.parent && <span className="only-read"> di bawah {props.parent.title}</span>}
      </Button>
      {isLost && (
        <CheckMessage level="block">Formulir belum terbuka: jaringan tidak menjawab. Coba lagi.</CheckMessage>
      )}
    </>
  );
}
