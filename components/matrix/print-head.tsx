import { DraftMark } from '@/components/shell/draft-mark';
import { showDate } from '@/components/ui/moment';
import type { PlanFrame } from '@/lib/plan/read/frame';

/** On paper only: what this is, of when, by whom taken out, and whether anybody has signed it. */
export function PrintHead({ frame, person }: { frame: PlanFrame; person: string }) {
  const { region, plan } = frame;
  return (
    <>
      <DraftMark plan={plan} />
      <p className="print-only print-head">
        {region.name}. {plan.name}. <strong>{plan.standing ?? 'DRAF'}</strong>, revisi {plan.revision}.
        Dicetak {showDate(new Date().toISOString())} oleh {person}. Rantai {plan.headHash.slice(0, 16)}.
      </p>
    </>
  );
}
