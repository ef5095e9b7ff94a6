import '../../styles/rooms/door.css';
import '../../styles/rooms/wall.css';
import type { Metadata } from 'next';
import { Door } from '@/components/access/door';
import { JoinCard } from '@/components/hall/join-card';
import { ScreenForm } from '@/components/hall/screen-form';
import { Wall } from '@/components/hall/wall';
import { getScreen, siteAddress } from '@/lib/access/request';
import { openScreenAction } from '@/lib/hall/actions';
import { getOpenHall } from '@/lib/hall/read/halls';
import { getWall } from '@/lib/hall/read/wall';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Layar Bimtek' };

type Props = { searchParams: Promise<{ kunci?: string | string[] }> };

/** The wall for a screen; for everybody else the place where a screen gets its code. */
export default async function Page({ searchParams }: Props) {
  const screen = await getScreen();
  const frame = screen && (await getFrame(screen));
  const hall = screen && frame && (await getOpenHall(screen, frame));
  const wall = screen && frame && (await getWall(screen, frame));
  if (frame && hall && wall)
    return (
      <Wall
        first={wall}
        region={frame.region.name}
        drawnAt={new Date().toISOString()}
        join={<JoinCard site={await siteAddress()} code={hall.joinCode} />}
      />
    );
  const { kunci } = await searchParams;
  return (
    <Door
      title="Layar Bimtek"
      dimensions={[]}
      lead="Layar ini menampilkan kemajuan dan perubahan rencana selama Bimtek, tanpa masuk sebagai siapa pun."
      contact="Kode dibuat sekretariat di halaman Bimtek, dengan tombol Buka layar."
    >
      <ScreenForm given={typeof kunci === 'string' ? kunci : ''} action={openScreenAction} />
    </Door>
  );
}
