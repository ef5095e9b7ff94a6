import Link from 'next/link';
import type { DepartmentSuccession } from '@/lib/people/read/department-succession';
import type { Step } from '@/lib/people/succession-state';

export const stepLabels: Record<Step, string> = {
  dasar: 'Dasar hukum',
  penerus: 'OPD penerus',
  isian: 'Isian',
  orang: 'Koordinator dan orang',
  periksa: 'Periksa dan terapkan',
};

/** The address of one step. */
export const stepPath = (id: string, step: Step) => `/kelola/opd/alih/${id}?langkah=${step}`;

/** The steps in their order, with what is left in each. */
export function SuccessionNav({ view, current }: { view: DepartmentSuccession; current: Step }) {
  const open = new Set(view.obstacles.map(({ step }) => step));
  return (
    <nav aria-label="Langkah" className="manage-nav succession-nav">
      <ol>
        {(Object.keys(stepLabels) as Step[]).map((step, index) => (
          <li key={step}>
            <Link
              href={stepPath(view.id, step)}
              prefetch={false}
              aria-current={step === current ? 'step' : undefined}
            >
              {index + 1}. {stepLabels[step]}
              {open.has(step) && step !== 'periksa' && <small> belum lengkap</small>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
