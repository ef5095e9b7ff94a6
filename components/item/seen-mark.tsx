'use client';

import { useEffect } from 'react';
import { markReadAction } from '@/lib/plan/actions';

type Props = { person: string; subjectId: string; position: number };

/** Remembers that this person has looked; should that fail, something stays marked as new. */
export function SeenMark({ person, subjectId, position }: Props) {
  useEffect(() => {
    markReadAction({ person, subjectId, position }).catch(() => {});
  }, [person, subjectId, position]);
  return null;
}
