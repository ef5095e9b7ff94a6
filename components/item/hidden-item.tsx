import { ButtonLink } from '@/components/ui/button-link';
import { PageHead } from '@/components/ui/page-head';

/** A colleague's draft: who is drafting it, and nothing of its content. */
export function HiddenItem({ owner }: { owner: string }) {
  return (
    <>
      <PageHead
        back={{ href: '/perencanaan', label: 'Isian per dimensi' }}
        title={`Masih disusun oleh ${owner}`}
      >
        <p className="lead">
          Isian ini draf {owner}. Anda dapat membacanya setelah {owner} mengajukannya.
        </p>
      </PageHead>
      <div className="actions">
        <ButtonLink kind="second" href="/rencana">
          Buka rencana terpadu
        </ButtonLink>
      </div>
    </>
  );
}
