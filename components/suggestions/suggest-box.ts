export type Typed = Record<string, string>;
export type Problem = { field?: string; message: string };

/** What is typed in the form of a suggestion, by name, and why it was not taken. */
export type Box = {
  typed: Typed;
  set: (name: string, text: string) => void;
  problem: Problem | null;
  isPending: boolean;
};

/** The refusal of a form at its field. */
export function messagesAt({ problem }: Pick<Box, 'problem'>, name: string) {
  return problem?.field === name ? [{ level: 'block' as const, text: problem.message }] : [];
}
