import type { MouseEvent, ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';

/** Where in the form the reader is: all of it, one of its steps, or the check of the answers. */
export type StepPlace = { groups: string[] } & (
  | { kind: 'all' }
  | { kind: 'check' }
  | { kind: 'step'; at: number }
);

/** A way to another place of the same form. Nothing is loaded, so nothing typed is at risk. */
export function StepLink({
  to,
  button,
  children,
}: {
  to: string;
  button?: 'primary' | 'second';
  children: ReactNode;
}) {
  const href = to === '' ? '?' : `?langkah=${to}`;
  function go(event: MouseEvent) {
    event.preventDefault();
    showPlace(to);
  }
  return (
    <a className={button && buttonClass(button)} href={href} onClick={go}>
      {children}
    </a>
  );
}

/** Shows a place of the form: a step by its number, `periksa`, or all ('') . */
export function showPlace(to: string): void {
  prefer(to);
  window.history.pushState(null, '', to === '' ? window.location.pathname : `?langkah=${to}`);
  requestAnimationFrame(() => {
    const head = document.querySelector<HTMLElement>('.step-head, .form h2');
    head?.focus();
    head?.scrollIntoView({ block: 'start' });
  });
}

const preference = 'rembug.semua-langkah';

// Whoever once asks for all on one page gets it for new items too, until they ask for steps again.
function prefer(to: string): void {
  try {
    if (to === '') localStorage.setItem(preference, 'ya');
    if (to === '1') localStorage.removeItem(preference);
  } catch {}
}

/** Whether this browser's person wants the whole form at once. */
export function prefersAll(): boolean {
  try {
    return localStorage.getItem(preference) !== null;
  } catch {
    return false;
  }
}

/** Which step this is, and the way to the other manner of filling in. */
export function StepHead({ place }: { place: StepPlace }) {
  if (place.kind === 'all') {
    return (
      <p className="step-head" tabIndex={-1}>
        <StepLink to="1">Isi langkah demi langkah</StepLink>
        <StepLink to="periksa">Periksa kembali isian</StepLink>
      </p>
    );
  }
  const count = place.groups.length;
  return (
    <div className="step-head" tabIndex={-1}>
      <p>
        <strong>
          {place.kind === 'step' ? `Langkah ${place.at + 1} dari ${count}` : 'Periksa kembali isian'}
        </strong>
      </p>
      <StepLink to="">Tampilkan semua</StepLink>
      <progress
        max={count}
        value={place.kind === 'step' ? place.at + 1 : count}
        aria-label={place.kind === 'step' ? `Langkah ${place.at + 1} dari ${count}` : 'Semua langkah terisi'}
      />
    </div>
  );
}

/** On to the next step, and back. */
export function StepEnd({
  place,
  isSaved,
}: {
  place: Extract<StepPlace, { kind: 'step' }>;
  isSaved: boolean;
}) {
  const isLast = place.at === place.groups.length - 1;
  return (
    <div className="form-end">
      <div className="actions">
        <StepLink to={isLast ? 'periksa' : String(place.at + 2)} button="primary">
          {isLast ? 'Periksa kembali isian' : 'Lanjut'}
        </StepLink>
        {place.at > 0 && (
          <StepLink to={String(place.at)} button="second">
            Langkah sebelumnya
          </StepLink>
        )}
      </div>
      {isSaved && (
        <p className="small muted">Yang Anda ketik sudah tersimpan. Boleh berhenti dan melanjutkan nanti.</p>
      )}
    </div>
  );
}
