/** What a stage can be, as people say it. */
export const stageStates = { open: 'Dibuka', closed: 'Ditutup', locked: 'Dikunci' } as const;
export type StageState = keyof typeof stageStates;

type Move = {
  /** As the log and the button name it. */
  action: string;
  label: string;
  /** What it means for whoever drafts, before the button is pressed. */
  means: string;
};

/** What can become of a stage, by the state that it leads to. */
export const stageMoves: Record<StageState, Move> = {
  open: {
    action: 'open',
    label: 'Buka tahap',
    means: 'OPD mengisi lagi tanpa catatan terlambat. Versi yang sudah dibekukan tetap ada.',
  },
  closed: {
    action: 'close',
    label: 'Tutup tahap',
    means:
      'Keadaan rencana dibekukan sebagai versi, dan OPD yang terlambat dicatat. OPD masih dapat mengisi dengan peringatan.',
  },
  locked: {
    action: 'lock',
    label: 'Kunci tahap',
    means:
      'Sesudah ini tidak ada isian yang dapat diubah. Tahap yang masih dibuka dibekukan dulu sebagai versi.',
  },
};

const longest = 100;

/** What the version of a stage that ends is called, by a name that no version has yet: "Bimtek I ditutup (2)". */
export function stageVersionName(stage: string, isTaken: (name: string) => boolean): string {
  for (let time = 1; ; time += 1) {
    const end = ` ditutup${time > 1 ? ` (${time})` : ''}`;
    const name = `${stage.trim().slice(0, longest - end.length)}${end}`;
    if (!isTaken(name)) return name;
  }
}
