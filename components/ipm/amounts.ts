import { type Component, type ComponentKey, components } from '@/lib/plan/ipm';
import { showIpm } from '@/lib/plan/ipm-notes';
import { showDecimal } from '@/lib/plan/numbers';

/** A component's name as a heading says it. */
export const titleOf = ({ name }: Component) => name.charAt(0).toUpperCase() + name.slice(1);

export const componentOf = (key: ComponentKey): Component =>
  components.find(one => one.key === key) ?? (components[0] as Component);

/** An amount without its unit: "73,98", "10.964.000". */
export function showAmount(key: ComponentKey, amount: number): string {
  return key === 'spending' ? showDecimal(String(Math.round(amount))) : showIpm(amount);
}

/** What is needed, so that it suffices as it is shown. */
export function showNeeded(key: ComponentKey, amount: number): string {
  const step = key === 'spending' ? 1000 : 0.01;
  return showAmount(key, Math.ceil(amount / step - 1e-6) * step);
}

/** With its unit: "73,98 tahun", "Rp10.964.000 per tahun". */
export function sayAmount(key: ComponentKey, shown: string): string {
  return key === 'spending' ? `Rp${shown} per tahun` : `${shown} tahun`;
}
