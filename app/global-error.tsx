'use client';

import { IconSprite } from '@/components/ui/icon';
import ErrorPage from './error';
import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="id">
      <body>
        <IconSprite />
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
