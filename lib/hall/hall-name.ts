const longest = 100;

/** A day in a hall as people call it, and what its version is named: "Bimtek I, hari 2". */
export function hallName({ stage, day }: { stage: string; day: number }): string {
  return `${stage.trim()}, hari ${day}`;
}

/** The same as a name that no version has yet: "Bimtek I, hari 2 (2)" when the day was held twice. */
export function freeName(hall: { stage: string; day: number }, isTaken: (name: string) => boolean): string {
  for (let time = 1; ; time += 1) {
    const end = `, hari ${hall.day}${time > 1 ? ` (${time})` : ''}`;
    const name = `${hall.stage.trim().slice(0, longest - end.length)}${end}`;
    if (!isTaken(name)) return name;
  }
}
