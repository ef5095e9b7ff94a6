import { CheckMessage } from '@/components/ui/check-message';

/** Said where sheets were shown before the page was loaded again. */
export function ShownOnce({ query }: { query: { sudah?: string | string[] } }) {
  if (query.sudah !== 'ya') return null;
  return (
    <div className="shown-once">
      <CheckMessage level="hint" word="">
        Lembar tadi hanya dapat tampil sekali. Bila belum tercetak, buat lembar baru untuk orang yang sama.
      </CheckMessage>
    </div>
  );
}
