'use client';

import { useEffect } from 'react';
import { markReadAction } from '@/lib/plan/actions';

type Props = {
  person: string;
  subjectId: string;
  position: number;
  /** The plan's revision that the page was drawn at. */
  revision: number;
};

/** Remembers that this person has looked; should that fail, something stays marked as new. */
export function SeenMark({ person, subjectId, position, revision }: Props) {
  useEffect(() => {
    markReadAction({ person, subjectId, position, revision }).catch(() => {});
  }, [person, subjectId, position, revision]);
  return null;
}
