/** What a choice of the form says beside the key of a node: another one of the list, none at all. */
export const otherChoice = 'lain';
export const noneChoice = 'tidak';

/** What was decided of an old node; neither while nothing was. */
export type Decision = { successorId: string | null; hasNoSuccessor: boolean };

/** A decision as a form holds it: a node, none, or nothing decided (''). */
export const choiceOf = ({ successorId, hasNoSuccessor }: Decision) =>
  successorId ?? (hasNoSuccessor ? noneChoice : '');

/** What a form's choice decides. */
export const decisionOf = (chosen: string): Decision => ({
  successorId: chosen === '' || chosen === noneChoice ? null : chosen,
  hasNoSuccessor: chosen === noneChoice,
});
