/** An open session as a list shows it. */
export type SessionView = {
  id: string;
  device: string;
  address: string;
  lastSeenAt: string;
  isCurrent: boolean;
  /** A wall or projector that this person opened. */
  isScreen: boolean;
};

type Row = { id: string; kind: string; device: string; address: string; lastSeenAt: Date };

/** An open session for its list; `current` is the session of who is asking. */
export function describeSession(
  { id, kind, device, address, lastSeenAt }: Row,
  current: string | null,
): SessionView {
  const isScreen = kind === 'screen';
  return { id, device, address, lastSeenAt: lastSeenAt.toISOString(), isCurrent: id === current, isScreen };
}
