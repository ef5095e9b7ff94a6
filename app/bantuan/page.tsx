import type { Metadata } from 'next';
import Link from 'next/link';
import { SignedInShell } from '@/app/signed-in-shell';
import { HelpText } from '@/components/shell/help-text';
import { getActor } from '@/lib/access/request';
import { listRegions } from '@/lib/access/session';

export const metadata: Metadata = { title: 'Bantuan' };

/** Open to everybody: whoever cannot sign in needs it most. */
export default async function Page() {
  const actor = await getActor({ isOpenToGuests: true });
  if (actor) {
    return (
      <SignedInShell actor={actor}>
        <HelpText />
      </SignedInShell>
    );
  }
  const regions = await listRegions();
  return (
    <>
      <a className="skip" href="#isi">
        Lompat ke isi utama
      </a>
      <main className="plain-page" id="isi" tabIndex={-1}>
        <Link className="back" href="/masuk" prefetch={false}>
          Kembali ke Masuk
        </Link>
        <HelpText />
        <ul>
          {regions.map(({ id, name, contact }) => (
            <li key={id}>
              {name}. {contact}
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
