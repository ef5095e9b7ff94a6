import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { earlyHands } from '@/components/shell/early-hands';
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
  // Which also keeps the page from being built ahead of time, when there is no request whose nonce it could carry.
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="id">
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the source of a function of this program */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${earlyHands})()` }} />
        <IconSprite />
        {children}
      </body>
    </html>
  );
}
