import type { Status } from '@/lib/plan/workflow';

/** What a presentation shows, screen by screen; plain enough to travel. */
export type Deck = {
  /** The same as long as nothing of this changed. */
  etag: string;
  region: string;
  plan: string;
  /** The first screen: how far the whole plan is, by dimension, and IPM. */
  whole: Share;
  dimensions: (Share & { slug: string; code: string; name: string; colour: string; mark: string })[];
  ipm: { name: string; course: Course }[];
  /** One screen for each dimension. */
  screens: DimensionScreen[];
  /** The last: what the council still has to see to. */
  open: { key: string; title: string; detail: string }[];
};

export type Share = { indicators: number; approved: number; waiting: number };

/** Where a figure begins and where it is to arrive, as people read it. */
export type Course = {
  from: string;
  fromYear: string;
  /** '' when there is no later figure. */
  to: string;
  toYear: string;
  unit: string;
};

export type DimensionScreen = Share & {
  slug: string;
  code: string;
  name: string;
  colour: string;
  icon: string;
  goals: string[];
  coordinator: string;
  endorsement: string;
  /** The same as one word. */
  mark: string;
  rows: {
    id: string;
    title: string;
    isFalling: boolean;
    course: Course;
    status: Status;
    selfApproved: boolean;
  }[];
  /** Indicators that there was no room for, and those that are still being drafted elsewhere. */
  others: number;
  /** Some of the figures are examples. */
  hasExamples: boolean;
};

/** The addresses of the screens, in their order. */
export function screensOf({ screens }: Pick<Deck, 'screens'>): string[] {
  return ['', ...screens.map(({ slug }) => slug), lastScreen];
}

export const lastScreen = 'yang-terbuka';

/** What a browser calls a screen. */
export function screenTitle({ screens }: Pick<Deck, 'screens'>, screen: string): string {
  if (screen === '') return 'Presentasi';
  const name = screens.find(({ slug }) => slug === screen)?.name;
  return `Presentasi: ${name ?? 'yang masih terbuka'}`;
}

/** The address of a screen. */
export const screenPath = (screen: string) => (screen === '' ? '/presentasi' : `/presentasi/${screen}`);
