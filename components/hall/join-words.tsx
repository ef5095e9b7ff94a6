import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import type { Join } from '@/lib/hall/read/join';

/** Where a code leads, in words, with the one way on. */
export function JoinWords({ join }: { join: Join }) {
  return (
    <>
      {'region' in join && (
        <p className="lead">
          Bimtek <strong>{join.region}</strong>.{' '}
          {join.kind === 'open' ? 'Masuk dengan nama pengguna Anda, lalu lihat tugas Anda.' : ''}
        </p>
      )}
      {join.kind === 'closed' && (
        <CheckMessage level="warn" word="">
          Hari ini sudah ditutup sekretariat. Anda tetap dapat masuk dan melanjutkan isian.
        </CheckMessage>
      )}
      {join.kind === 'wrong' && (
        <CheckMessage level="block">
          Kode ini tidak dikenal. Lihat kode di layar, lalu ketik lagi alamatnya.
        </CheckMessage>
      )}
      {join.kind === 'wait' && (
        <CheckMessage level="block">
          Terlalu banyak kode keliru dari jaringan ini. Masuk langsung, atau coba lagi dalam {join.minutes}{' '}
          menit.
        </CheckMessage>
      )}
      <div className="actions">
        <ButtonLink href={`/masuk?${wayIn(join)}`}>Masuk ke Rembug</ButtonLink>
      </div>
    </>
  );
}

function wayIn(join: Join): string {
  const query = new URLSearchParams({ lanjut: '/pekerjaan' });
  if ('regionId' in join) query.set('daerah', join.regionId);
  return String(query);
}
