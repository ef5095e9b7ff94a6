'use client';

import ErrorPage from './error';
import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="id">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
