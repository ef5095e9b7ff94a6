import type { Metadata } from 'next';
import { DownloadList } from '@/components/exchange/download-list';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { listDownloads } from '@/lib/exchange/read';

export const metadata: Metadata = { title: 'Unduhan' };

export default async function Page() {
  const actor = await requireActor();
  return (
    <>
      <PageHead title="Unduhan" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p>Berkas yang Anda minta, disimpan tujuh hari. Hanya Anda yang dapat membukanya.</p>
      </PageHead>
      <DownloadList downloads={await listDownloads(actor)} />
    </>
  );
}
