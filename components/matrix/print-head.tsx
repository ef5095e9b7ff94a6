import { showDate } from '@/components/ui/moment';
import type { PlanFrame } from '@/lib/plan/read/frame';

/** On paper only: what this is, of when, by whom taken out, and that nobody has signed it. */
export function PrintHead({ frame, person }: { frame: PlanFrame; person: string }) {
  const { region, plan } = frame;
  return (
    <>
      <p className="draft-mark" aria-hidden="true">
        DRAF
      </p>
      <p className="print-only print-head">
        {region.name}. {plan.name}. <strong>DRAF</strong>, revisi {plan.revision}. Dicetak{' '}
        {showDate(new Date().toISOString())} oleh {person}. Rantai {plan.headHash.slice(0, 16)}.
      </p>
    </>
  );
}
