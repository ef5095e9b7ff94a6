import type { ReactNode } from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';

type Props = {
  /** Whom the page is drawn for. */
  person: string;
  deed: string;
  /** Further fields of the form. */
  fields?: Record<string, string>;
  kind?: ButtonKind;
  children: ReactNode;
};

/** One button that posts a form as any form does: whoever practises is somebody else, so the whole page comes anew. */
export function DeedButton({ person, deed, fields = {}, kind, children }: Props) {
  return (
    <form method="post" action="/latihan/perbuat" className="practice-deed">
      {Object.entries({ langkah: deed, orang: person, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{children}</Button>
    </form>
  );
}
