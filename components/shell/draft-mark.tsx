/** Across every printed page of a draft, since nobody has signed it yet. */
export function DraftMark({ plan }: { plan: { standing: string | null } }) {
  if (plan.standing) return null;
  return (
    <p className="draft-mark" aria-hidden="true">
      DRAF
    </p>
  );
}
