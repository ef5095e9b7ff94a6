export type Status = 'draft' | 'submitted' | 'returned' | 'approved';
export type Step = 'submit' | 'withdraw' | 'return' | 'approve' | 'reopen';

export const statusLabels: Record<Status, string> = {
  draft: 'Draf',
  submitted: 'Diajukan',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
};

export const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && Object.hasOwn(statusLabels, value);

type StepRule = {
  label: string;
  /** As in "tidak dapat …", and of what became of an item. */
  passive: string;
  /** As in a history: "…, Kepala DINAS". */
  deed: string;
  from: readonly Status[];
  to: Status;
  /** Who may take it: the owner department, or whoever reviews the item (lib/access/policy decides who that is). */
  by: 'owner' | 'reviewer';
  /** Whether words must come with it. */
  note: 'none' | 'required';
  noteMissing?: string;
};

/** The whole workflow; nothing else decides what may follow what. */
export const steps: Record<Step, StepRule> = {
  submit: {
    label: 'Ajukan',
    passive: 'diajukan',
    deed: 'Mengajukan',
    from: ['draft', 'returned'],
    to: 'submitted',
    by: 'owner',
    note: 'none',
  },
  approve: {
    label: 'Setujui',
    passive: 'disetujui',
    deed: 'Menyetujui',
    from: ['submitted'],
    to: 'approved',
    by: 'reviewer',
    note: 'none',
  },
  return: {
    label: 'Kembalikan',
    passive: 'dikembalikan',
    deed: 'Mengembalikan',
    from: ['submitted'],
    to: 'returned',
    by: 'reviewer',
    note: 'required',
    noteMissing: 'Tulis catatan: isian mana dan apa yang perlu diubah.',
  },
  withdraw: {
    label: 'Tarik',
    passive: 'ditarik',
    deed: 'Menarik kembali',
    from: ['submitted'],
    to: 'draft',
    by: 'owner',
    note: 'none',
  },
  reopen: {
    label: 'Buka kembali',
    passive: 'dibuka kembali',
    deed: 'Membuka kembali',
    from: ['approved'],
    to: 'returned',
    by: 'reviewer',
    note: 'required',
    noteMissing: 'Tulis alasan membuka kembali isian yang sudah disetujui.',
  },
};

/** The status after a step, or null when the step does not start there. */
export function statusAfter(step: Step, status: Status): Status | null {
  return steps[step].from.includes(status) ? steps[step].to : null;
}

/** Steps that start at this status. */
export function stepsFrom(status: Status): Step[] {
  return (Object.keys(steps) as Step[]).filter(step => steps[step].from.includes(status));
}

/** With its owner, not handed in; such indicators are not shown to every department. */
export const ownerStatuses: readonly Status[] = steps.submit.from;

/** What a step made of an item, as a word on its own: "Diajukan". '' for what is no step. */
export function whatBecame(action: string): string {
  const passive = steps[action as Step]?.passive ?? '';
  return passive.charAt(0).toUpperCase() + passive.slice(1);
}

/** Whether an action of the log is a step of the workflow. */
export function isStep(action: string): action is Step {
  return Object.hasOwn(steps, action);
}

/** Whether an action of the log sent an item back to its owner. */
export function sendsBack(action: string): boolean {
  return steps[action as Step]?.to === steps.return.to;
}

/** Waiting for a reviewer's decision; the list of `awaitsReview`, for conditions. */
export const reviewStatuses: readonly Status[] = steps.approve.from;

/** Steps that a reviewer takes, which the owner wants to hear of. */
export const reviewerSteps = (Object.keys(steps) as Step[]).filter(step => steps[step].by === 'reviewer');

/** What asks for work first: sent back, begun, waiting, agreed. */
export const byUrgency: readonly Status[] = ['returned', 'draft', 'submitted', 'approved'];

/** Whether fields may change at this status. */
export function isEditable(status: Status): boolean {
  return ownerStatuses.includes(status);
}

/** Whether it waits for a reviewer's decision. */
export function awaitsReview(status: Status): boolean {
  return statusAfter('approve', status) !== null;
}

/** Whether a reviewer has agreed to it. */
export function isApproved(status: Status): boolean {
  return status === steps.approve.to;
}

/** Whether a reviewer has sent it back with a note. */
export function isSentBack(status: Status): boolean {
  return status === steps.return.to;
}

/** Whether its owner has handed it in. */
export function isHandedIn(status: Status): boolean {
  return !isEditable(status);
}

/** Why a step cannot start here, as a sentence. */
export function stepRefusal(step: Step, status: Status): string {
  const now = statusLabels[status].toLowerCase();
  return `Isian ini sekarang ${now}, jadi tidak dapat ${steps[step].passive}. Muat ulang halaman untuk melihat keadaan terbaru.`;
}

/** The stage of now: the first that is not closed, else the last. @param stages in their order */
export function currentStage<Stage extends { state: string }>(stages: readonly Stage[]): Stage | null {
  return stages.find(({ state }) => state !== 'closed') ?? stages.at(-1) ?? null;
}

/** The stage that was closed last, from the one of now backwards; whoever drafts on is warned. @param stages in their order */
export function closedStage<Stage extends { state: string }>(stages: readonly Stage[]): Stage | null {
  const open = stages.findIndex(({ state }) => state !== 'closed');
  return (open < 0 ? stages : stages.slice(0, open)).at(-1) ?? null;
}

type Phased = { phase: 'drafting' | 'ratified' };

/** Whether the regent's act has made it a plan: from then on it is only read. */
export function isRatified(plan: Phased): boolean {
  return plan.phase === 'ratified';
}

/** Whether the plan accepts no changes: *terkunci* is derived, never a status. */
export function isLocked(plan: Phased, stage: { state: string } | null): boolean {
  return isRatified(plan) || stage?.state === 'locked';
}
