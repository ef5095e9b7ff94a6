import type { Conflict } from './merge';
import { isRatified } from './workflow';

/** Why a change or step was not taken. */
export type RefusalReason =
  | 'missing'
  | 'denied'
  | 'status'
  | 'locked'
  | 'invalid'
  | 'checks'
  | 'note'
  | 'ahead'
  | 'failed';

/** What became of one change or step; a value, never an exception. */
export type Outcome =
  | { mutationId: string; ok: true; version: number; revision: number; at: string }
  | {
      mutationId: string;
      ok: false;
      reason: 'conflict';
      version: number;
      conflicts: Conflict[];
      message: string;
    }
  | { mutationId: string; ok: false; reason: RefusalReason; message: string; field?: string };

export type Refused = Extract<Outcome, { ok: false }>;

/** Missing and hidden look the same from outside. */
export const missingMessage = 'Isian ini tidak ditemukan, atau masih disusun OPD lain.';
export const lockedMessage = 'Rencana ini sedang dikunci, jadi belum dapat diubah. Hubungi sekretariat.';
export const ratifiedMessage =
  'Rencana ini sudah ditetapkan, jadi hanya dapat dibaca. Isinya berubah hanya lewat perubahan rencana.';
/** Of an item that an open page shows, while an amendment has taken the place of its plan. */
export const earlierPlanMessage =
  'Isian ini milik rencana lama yang sudah ditetapkan. Salin ketikan Anda, lalu muat ulang halaman ini.';
/** Why a plan that takes no changes takes none. */
export const lockedWords = (plan: { phase: 'drafting' | 'ratified' }): string =>
  isRatified(plan) ? ratifiedMessage : lockedMessage;

export const archivedMessage =
  'Isian ini sudah diarsipkan. Salin ketikan Anda, pulihkan isian ini, lalu ketik lagi.';
/** @param owner the department of the item that stays */
export const mergedMessage = (owner: string) =>
  `Isian ini sudah digabung ke isian ${owner}. Ketikan Anda tetap di sini; salin bila masih diperlukan.`;
/** @param was a department that has ended @param now what took its place, '' for nothing yet */
export const succeededMessage = (was: string, now: string) =>
  now === ''
    ? `${was} sudah berakhir, jadi hanya dapat membaca. Salin ketikan Anda, lalu hubungi sekretariat.`
    : `${was} sudah beralih ke ${now}, jadi hanya dapat membaca. Salin ketikan Anda untuk OPD penerus.`;
export const formerMessage =
  'OPD Anda sudah berakhir, jadi Anda hanya dapat membaca. Salin ketikan Anda untuk OPD penerus.';
export const changedMessage =
  'Isian ini berubah sejak Anda buka. Muat ulang halaman, baca lagi, lalu putuskan.';
export const childrenMessage = 'Masih ada isian di bawahnya. Pindahkan atau arsipkan isian itu dulu.';
export const parentMessage = 'Induknya masih diarsipkan. Pulihkan induknya dulu.';
export const usedMessage =
  'Perubahan ini tidak dapat dikirim lagi. Salin ketikan Anda, lalu muat ulang halaman.';
export const aheadMessage =
  'Rencana di server lebih lama daripada halaman ini. Salin ketikan Anda, lalu muat ulang halaman.';
export const failedMessage =
  'Isian ini belum dapat disimpan. Salin ketikan Anda, muat ulang halaman, dan beri tahu sekretariat bila berulang.';

export function refused(mutationId: string, reason: RefusalReason, message: string, field?: string): Refused {
  return { mutationId, ok: false, reason, message, ...(field ? { field } : {}) };
}
