import Link from 'next/link';
import { Icon } from '@/components/ui/icon';

/** On every page of a plan that was ratified: by which act, on screen and on paper. */
export function PlanStanding({ plan }: { plan: { standing: string | null } }) {
  if (!plan.standing) return null;
  return (
    <p className="plan-standing">
      <Icon name="done" />
      <Link href="/pengesahan" prefetch={false}>
        {plan.standing}
      </Link>
    </p>
  );
}
