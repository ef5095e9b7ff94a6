/** A sheet to hand over: what somebody needs to sign in for the first time. The password stands nowhere else. */
export type Slip = {
  userId: string;
  name: string;
  /** "Operator DINKES", as people say it. */
  roles: string;
  position: string | null;
  username: string;
  password: string;
  region: string;
  /** The site's address, and the square that opens its door with region and user name filled in. */
  site: string;
  qr: { size: number; path: string };
};

/** What became of something the secretariat did; a value, never an exception. */
export type Deed =
  | { ok: true; message: string; id?: string; slips?: Slip[] }
  | Refused
  | { ok: false; reason: 'conflict'; field: string; message: string };

export type Refused = {
  ok: false;
  reason: 'denied' | 'missing' | 'invalid' | 'shown';
  message: string;
  field?: string;
};

/** A refusal in words, at a field if it concerns one. */
export function refuse(reason: Refused['reason'], message: string, field?: string): Refused {
  return { ok: false, reason, message, ...(field ? { field } : {}) };
}

/** Something that was typed cannot be taken; says which field and what to do. */
export type Problem = { field: string; message: string };

/** The same as an answer. */
export const wrong = ({ field, message }: Problem): Refused => refuse('invalid', message, field);

/** The refusal for who may not manage people; asked before anything else is looked at. */
export const denied = (): Refused =>
  refuse('denied', 'Hanya sekretariat yang dapat mengelola orang dan OPD.');

export const missingPerson = 'Orang ini tidak ditemukan. Muat ulang daftarnya.';
