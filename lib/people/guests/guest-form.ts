import type { Problem } from '../deed';
import { holdsIdentityNumber, nameProblem, tooLong, usernameProblem } from '../names';
import { guestPrefix, isGuestKind } from './kinds';

/** What a guest says of themselves. */
export type GuestForm = {
  name: string;
  institution: string;
  kind: string;
  contact: string;
  username: string;
  password: string;
  repeated: string;
};

// Marks that are not seen: they turn the order of letters round, or make two names look the same.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** The same without spaces around it; a user name gets the beginning that all guests have, '' stays ''. */
export function tidyGuest(form: GuestForm): GuestForm {
  const typed = form.username.trim().toLowerCase().replace(guestPrefix, '');
  return {
    ...form,
    ...{ name: form.name.trim(), institution: form.institution.trim(), contact: form.contact.trim() },
    username: typed === '' ? '' : `${guestPrefix}${typed}`,
  };
}

/** The first thing to put right of a tidied form, apart from the password; null when there is none. */
export function guestProblem({ name, institution, kind, contact, username }: GuestForm): Problem | null {
  const plain = (text: string, field: string, what: string): Problem | null =>
    unseen.test(text)
      ? { field, message: `Isi ${what} memuat tanda yang tidak terlihat. Hapus semuanya, lalu ketik ulang.` }
      : null;
  return (
    nameProblem(name) ??
    plain(name, 'name', 'nama') ??
    nameProblem(institution, 'institution', 'lembaga') ??
    plain(institution, 'institution', 'lembaga') ??
    (isGuestKind(kind) ? null : { field: 'kind', message: 'Pilih dari mana Anda datang.' }) ??
    tooLong(contact, 'contact', 'kontak') ??
    plain(contact, 'contact', 'kontak') ??
    identityProblem({ name, institution, contact }) ??
    (username === '' ? null : usernameProblem(username))
  );
}

function identityProblem(texts: Record<string, string>): Problem | null {
  const [field] = Object.entries(texts).find(([, text]) => holdsIdentityNumber(text)) ?? [];
  return field ? { field, message: 'Jangan tulis NIK di sini. Hapus angka itu, lalu kirim lagi.' } : null;
}
