import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import type { DimensionView } from '@/lib/plan/read/frame';

/** Where somebody begins: an item that they read, or a dimension that they have an idea for. */
export function IdeaStart({ dimensions }: { dimensions: DimensionView[] }) {
  if (dimensions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="gagasan">
      <h2 id="gagasan">Sampaikan usulan</h2>
      <p>
        Untuk memperbaiki isian, buka isian itu dari <Link href="/rencana">Rencana terpadu</Link>. Untuk
        gagasan baru, pilih dimensinya:
      </p>
      <ul className="panel rows with-list idea-start">
        {dimensions.map(({ id, slug, code, name, colour, icon }) => (
          <li key={id} className="row">
            <Link className="title" href={`/usulan/baru?dimensi=${slug}`} prefetch={false}>
              <Chip {...{ code, name, colour, icon }} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
