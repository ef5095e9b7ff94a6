import { describe, expect, it } from 'vitest';
import { guestProblem, tidyGuest } from '@/lib/people/guests/guest-form';
import { guestOffice } from '@/lib/people/guests/kinds';

const form = {
  ...{ name: 'Sri Rahayu', institution: 'Universitas Contoh', kind: 'academic', contact: '' },
  ...{ username: '', password: 'tiga kuda biru lari', repeated: 'tiga kuda biru lari' },
};
const fieldOf = (more: Partial<typeof form>) => guestProblem(tidyGuest({ ...form, ...more }))?.field ?? null;

describe('the form of a guest', () => {
  it('takes names as they are in many languages, and leaves nothing unseen in them', () => {
    expect(fieldOf({})).toBeNull();
    for (const name of ['Nyi Ageng Serang', "D'Arcy-Õ", '王小明', 'محمد', 'Ni Luh Made 3'])
      expect([name, fieldOf({ name })]).toEqual([name, null]);
    for (const mark of ['\u202e', '\u200f', '\u200b', '\ufeff', '\u0007', '\n', '\u2028', '\ue000'])
      for (const field of ['name', 'institution', 'contact'])
        expect([field, mark, fieldOf({ [field]: `a${mark}b` })]).toEqual([field, mark, field]);
  });

  it('begins every user name alike, however it was typed', () => {
    const of = (username: string) => tidyGuest({ ...form, username }).username;
    expect(['', ' ', 'Sri', 'tamu.sri', ' TAMU.Sri '].map(of)).toEqual([
      ...['', '', 'tamu.sri', 'tamu.sri', 'tamu.sri'],
    ]);
    expect(fieldOf({ username: 'x'.repeat(61) })).toBe('username');
    expect(fieldOf({ username: '../etc' })).toBe('username');
  });

  it('has no place for a number of an identity card', () => {
    expect(fieldOf({ contact: '3303 1234 5678 9012' })).toBe('contact');
    expect(fieldOf({ contact: '0812 3456 7890' })).toBeNull();
  });

  it('tells where somebody comes from', () => {
    expect(guestOffice({ institution: 'PT Contoh', kind: 'business' })).toBe('PT Contoh (dunia usaha)');
  });
});
