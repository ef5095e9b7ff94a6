import { roleLabels } from '@/lib/access/roles';
import { decreeKinds } from '@/lib/people/decree-words';
import { kindLabels } from '@/lib/people/kinds';
import type { Choices } from '@/lib/people/read/choices';
import type { FieldSpec } from './deed-fields';

const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Roles to choose from. */
export const roleChoices = choicesOf(roleLabels);

type Identity = { name: string; username: string; position: string | null };

/** Fields of who somebody is. */
export function identityFields(person?: Identity): FieldSpec[] {
  return [
    { name: 'name', label: 'Nama lengkap', value: person?.name },
    {
      ...{ name: 'position', label: 'Jabatan', optional: true, value: person?.position ?? '' },
      hint: 'Seperti tertulis di surat, misalnya Kepala Bidang Perencanaan.',
    },
    {
      ...{ name: 'username', label: 'Nama pengguna', input: 'username', value: person?.username },
      optional: !person,
      hint: person
        ? 'Huruf kecil, angka, titik, dan garis. Orang ini masuk dengan nama ini.'
        : 'Bila kosong, dibuat dari kode OPD atau namanya.',
    },
  ];
}

/** Fields of a role: for whom, from when to when, definitive or acting, and by which decree. */
export function postFields({ departments, dimensions, decrees }: Choices): FieldSpec[] {
  return [
    { name: 'role', label: 'Peran', input: 'select', choices: roleChoices, none: 'Pilih peran' },
    {
      ...{ name: 'departmentId', label: 'OPD', input: 'select', choices: departments, none: 'Tanpa OPD' },
      hint: 'Perlu untuk Kepala, Operator, Koordinator, dan Penyetuju kedua.',
    },
    {
      ...{
        name: 'dimensionId',
        label: 'Dimensi',
        input: 'select',
        choices: dimensions,
        none: 'Tanpa dimensi',
      },
      hint: 'Hanya untuk Koordinator: orang yang ditugasi OPD koordinator dimensi itu.',
    },
    {
      ...{ name: 'tenure', label: 'Sebutan', input: 'select', value: 'definitive' },
      choices: choicesOf({
        definitive: 'Definitif',
        plt: 'Plt (pelaksana tugas)',
        plh: 'Plh (pelaksana harian)',
      }),
    },
    {
      ...{ name: 'from', label: 'Hari pertama', input: 'date', optional: true },
      hint: 'Bila kosong, berlaku mulai sekarang.',
    },
    {
      ...{ name: 'to', label: 'Hari terakhir', input: 'date', optional: true },
      hint: 'Untuk Plt dan Plh. Sesudah hari itu perannya berhenti sendiri.',
    },
    ...decreeFields(decrees),
  ];
}

/** Fields of the decree that something rests on: one of the list, or a new one. */
export function decreeFields(decrees: Choices['decrees'], chosen = ''): FieldSpec[] {
  const group = 'Keputusan (SK) yang menunjuk';
  return [
    {
      ...{ group, name: 'decreeId', label: 'Keputusan', input: 'select', choices: decrees, value: chosen },
      none: 'Tanpa keputusan',
    },
    {
      ...{ group, name: 'decreeNumber', label: 'Nomor keputusan baru', optional: true },
      hint: 'Isi bila keputusannya belum ada di daftar.',
    },
    { group, name: 'decreeDate', label: 'Tanggal keputusan baru', input: 'date', optional: true },
    { group, name: 'decreeSubject', label: 'Perihal keputusan baru', optional: true },
  ];
}

type Basis = { name: string; day: string | null; decreeId: string };

/** Fields of what a succession of departments rests on, and from when on it holds. */
export function basisFields(decrees: Choices['decrees'], headTitle: string, basis?: Basis): FieldSpec[] {
  const [first, ...rest] = decreeFields(decrees, basis?.decreeId).map(({ group: _, ...field }) => field);
  const kinds = Object.entries(decreeKinds).map(([value, label]) => ({
    ...{ value, label: label.replace('Kepala Daerah', headTitle) },
  }));
  return [
    { name: 'name', label: 'Nama penataan', value: basis?.name ?? 'Penataan OPD' },
    {
      ...{ name: 'day', label: 'Hari pertama OPD penerus', input: 'date', value: basis?.day ?? '' },
      hint: 'OPD lama berakhir sehari sebelumnya.',
    },
    ...(first ? [{ ...first, label: 'Dasar hukum', none: 'Pilih, atau isi yang baru di bawah' }] : []),
    { name: 'decreeKind', label: 'Jenis peraturan baru', input: 'select', choices: kinds },
    ...rest,
  ];
}

type Department = { code: string; name: string; kind: string; from: string | null; to: string | null };

/** Fields of a department. */
export function departmentFields(department?: Department): FieldSpec[] {
  return [
    {
      ...{ name: 'code', label: 'Kode', value: department?.code },
      hint: 'Singkatan yang tampil di rencana.',
    },
    { name: 'name', label: 'Nama lengkap', value: department?.name },
    {
      ...{ name: 'kind', label: 'Jenis', input: 'select', choices: choicesOf(kindLabels) },
      ...{ none: 'Pilih jenis', value: department?.kind },
    },
    {
      ...{ name: 'from', label: 'Hari pertama', input: 'date', optional: true },
      value: department?.from ?? '',
    },
    {
      ...{ name: 'to', label: 'Hari terakhir', input: 'date', optional: true, value: department?.to ?? '' },
      hint: 'Isi bila OPD ini dibubarkan atau digabung. Riwayatnya tetap ada.',
    },
  ];
}
