/** Something the person at the terminal can put right; its message is one sentence with the way out. */
export class Quit extends Error {}
