import type { Metadata } from 'next';
import Link from 'next/link';
import { DownloadList } from '@/components/exchange/download-list';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { listDownloads } from '@/lib/exchange/read';

export const metadata: Metadata = { title: 'Unduhan' };

export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true });
  return (
    <>
      <PageHead title="Unduhan" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p>Berkas yang Anda minta, disimpan tujuh hari. Hanya Anda yang dapat membukanya.</p>
        {can.draft(actor) && (
          <p>
            Sesudah mengubah berkas Excel atau CSV, <Link href="/impor">impor kembali ke rencana</Link>.
          </p>
        )}
      </PageHead>
      <DownloadList downloads={await listDownloads(actor)} />
    </>
  );
}
