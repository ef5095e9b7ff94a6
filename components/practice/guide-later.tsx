'use client';

import { lazy, Suspense } from 'react';
import type { GuideProps } from './practice-guide';

const PracticeGuide = lazy(() => import('./practice-guide'));

/** It stands in the frame of every page, and only who practises fetches it. */
export function GuideLater(props: GuideProps) {
  return (
    <Suspense>
      <PracticeGuide {...props} />
    </Suspense>
  );
}
