import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { IconSprite } from '@/components/ui/icon-sprite';
import { getActor } from '@/lib/access/request';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  // Among other tabs, too, it is seen which one is practice.
  const mark = (await getActor())?.practice ? 'LATIHAN: ' : '';
  return {
    title: { default: `${mark}Rembug`, template: `${mark}%s – Rembug` },
    description: 'Perangkat daerah menyusun bersama rencana induk kota cerdas.',
    robots: { index: false },
  };
}

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
