import Link from 'next/link';
import type { RegionalIpm } from '@/lib/plan/ipm-regional';

/** What the regional plan says of IPM, as it is written there; or that it is not known. */
export function RegionalLines({ regional: { hasTree, lines } }: { regional: RegionalIpm }) {
  return (
    <section className="section" aria-labelledby="rpjmd">
      <h2 id="rpjmd">IPM menurut RPJMD</h2>
      {lines.map(({ tree, name, baseline, target, isRead }) => (
        <p key={`${tree} ${name} ${target}`}>
          <strong>{tree}</strong>: {name}, target “{target || 'kosong'}”
          {baseline && `, kondisi awal “${baseline}”`}.{' '}
          {!isRead && <span className="muted">Belum terbaca sebagai angka, jadi tidak ikut dihitung.</span>}
        </p>
      ))}
      {lines.length === 0 && (
        <p className="muted">
          {hasTree
            ? 'Target IPM tidak ditemukan di indikator pohon RPJMD, jadi belum diketahui.'
            : 'Belum diketahui, karena pohon RPJMD belum dimasukkan.'}{' '}
          <Link href="/keselarasan" prefetch={false}>
            Lihat keselarasan
          </Link>
        </p>
      )}
    </section>
  );
}
