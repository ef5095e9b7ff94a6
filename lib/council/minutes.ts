import type { Block, TextDocument } from '@/lib/books/text-document';
import { showDay } from '@/lib/people/words';
import { dayInWords } from './in-words';

/** What minutes are made of. */
export type Minutes = {
  region: string;
  number: string;
  title: string;
  /** "2026-11-26" */
  date: string;
  place: string;
  leader: string;
  leaderOffice: string;
  isOpen: boolean;
  agenda: readonly string[];
  attendance: readonly { name: string; office: string; institution: string; userId: string | null }[];
  decisions: readonly {
    number: string;
    kind: 'endorse' | 'revise' | 'resolve' | 'revoke';
    matterTitle: string;
    text: string;
    by: string;
    office: string;
    decree: string | null;
    revokes: { number: string } | null;
  }[];
  /** The plan's revision and head of its chain, by which what is decided on can be found again. */
  version: string;
  footer: string;
};

/** The minutes of a sitting; while it is open they are a draft. */
export function minutesDocument(minutes: Minutes): TextDocument {
  const { region, number, title, isOpen, agenda, attendance, footer } = minutes;
  const list = (heading: string, items: readonly string[], none: string): Block[] => [
    { kind: 'heading', text: heading },
    items.length > 0 ? { kind: 'list', items } : { kind: 'paragraph', text: none },
  ];
  return {
    ...{ name: 'berita-acara', title: `Berita acara ${number}: ${title}`, isDraft: isOpen, footer },
    blocks: [
      {
        kind: 'masthead',
        lines: ['BERITA ACARA', 'SIDANG DEWAN SMART CITY', region.toLocaleUpperCase('id')],
        number: `Nomor ${number}`,
      },
      ...opening(minutes),
      ...list('Acara', agenda, 'Tidak ada mata acara.'),
      { kind: 'heading', text: 'Kehadiran' },
      { kind: 'paragraph', text: attendanceWords(attendance) },
      ...list('Keputusan', minutes.decisions.map(decisionWords), 'Sidang ini tidak mengambil keputusan.'),
      {
        kind: 'paragraph',
        text: `Keputusan diambil atas rencana pada ${minutes.version}. Berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.`,
      },
      { kind: 'signatures', parties: parties(minutes) },
      ...annex(attendance),
    ],
  };
}

function opening({ title, date, place, leader, leaderOffice }: Minutes): Block[] {
  const { weekday, date: day, month, year, figures } = dayInWords(date);
  return [
    {
      kind: 'paragraph',
      text: `Pada hari ini, ${weekday}, tanggal ${day} bulan ${month} tahun ${year} (${figures}), telah dilaksanakan ${title}.`,
    },
    { kind: 'paragraph', text: `Sidang bertempat di ${place} dan dipimpin oleh ${leader}, ${leaderOffice}.` },
  ];
}

/** How many attended, of the region and as guests. */
export function attendanceWords(attendance: readonly { userId: string | null }[]): string {
  if (attendance.length === 0) return 'Daftar hadir belum diisi.';
  const guests = attendance.filter(({ userId }) => userId === null).length;
  const all = `Sidang dihadiri ${attendance.length} orang`;
  return guests === 0 ? `${all}.` : `${all}, ${guests} di antaranya tamu.`;
}

function decisionWords({
  number,
  kind,
  matterTitle,
  text,
  by,
  office,
  decree,
  revokes,
}: Minutes['decisions'][number]) {
  const what = {
    endorse: `${matterTitle}: disahkan.${text ? ` Catatan: ${text}` : ''}`,
    revise: `${matterTitle}: diminta perbaikan. ${text}`,
    resolve: `${matterTitle}: ${text}`,
    revoke: `Mencabut keputusan ${revokes?.number ?? ''} tentang ${matterTitle}. Alasan: ${text}`,
  }[kind];
  const basis = decree ? ` berdasarkan ${decree}` : '';
  return `Keputusan ${number}. ${what} Diputuskan ${by}, ${office}${basis}.`;
}

function parties({ region, date, leader, leaderOffice }: Minutes) {
  const town = region.replace(/^(?:kabupaten|kota)\s+/i, '');
  const nip = 'NIP ........................................';
  return [
    { before: ['', 'Pencatat,', 'Sekretariat Smart City'], name: '', after: [nip] },
    { before: [`${town}, ${showDay(date)}`, 'Pemimpin sidang,', leaderOffice], name: leader, after: [nip] },
  ];
}

function annex(attendance: Minutes['attendance']): Block[] {
  if (attendance.length === 0) return [];
  return [
    { kind: 'page' },
    { kind: 'masthead', lines: ['DAFTAR HADIR'] },
    {
      kind: 'table',
      columns: [
        { label: 'No.', width: 4, align: 'end' },
        { label: 'Nama', width: 26, align: 'start' },
        { label: 'Jabatan', width: 26, align: 'start' },
        { label: 'Lembaga', width: 20, align: 'start' },
        { label: 'Tanda tangan', width: 22, align: 'start' },
      ],
      rows: attendance.map(({ name, office, institution }, at) => ({
        kind: 'record',
        cells: [String(at + 1), name, office, institution, `${at + 1}.\n\u00a0`],
      })),
    },
  ];
}
