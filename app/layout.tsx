import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { IconSprite } from '@/components/ui/icon-sprite';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Rembug', template: '%s – Rembug' },
  description: 'Perangkat daerah menyusun bersama rencana induk kota cerdas.',
  robots: { index: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page built ahead of time cannot carry the nonce of its request.
  await connection();
  return (
    <html lang="id">
      <body>
        <IconSprite />
        {children}
      </body>
    </html>
  );
}
