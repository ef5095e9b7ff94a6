import '../styles/rooms/door.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Door } from '@/components/access/door';
import { SignInForm } from '@/components/access/sign-in-form';
import { signIn } from '@/lib/access/actions';
import { ownPath } from '@/lib/access/own-path';
import { getWhoever } from '@/lib/access/request';
import { listRegions } from '@/lib/access/session';
import { listPublicDimensions } from '@/lib/plan/read/public-dimensions';

export const metadata: Metadata = { title: 'Masuk' };

type Query = Partial<Record<'lanjut' | 'daerah' | 'nama', string | string[]>>;

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const { lanjut, daerah, nama } = await searchParams;
  const next = typeof lanjut === 'string' ? lanjut : '';
  if (await getWhoever()) redirect(ownPath(next) ?? '/pekerjaan');
  const regions = await listRegions();
  const region = regions.find(({ id }) => id === daerah) ?? regions.at(0);
  if (!region) {
    return (
      <p className="plain-page">Belum ada kabupaten atau kota. Buat dengan: npm run region -- berkas.json</p>
    );
  }
  return (
    <Door
      title="Masuk"
      dimensions={await listPublicDimensions(region.id)}
      lead={
        <>
          Di sini perangkat daerah <strong>{region.name}</strong> menyusun bersama rencana induk kota cerdas.
        </>
      }
      contact={
        <>
          <Link href="/bantuan" prefetch={false}>
            Bantuan
          </Link>
          <br />
          {region.contact}
        </>
      }
    >
      <SignInForm
        regions={regions}
        preselected={region.id}
        action={signIn}
        username={typeof nama === 'string' ? nama.slice(0, 100) : ''}
        next={next}
      />
    </Door>
  );
}
