// Who may do what, written by hand from DESIGN 6 and SECURITY 1–4; the program's own rules are not asked.

/** Who asks. `user` is a demo account; the others have a cookie that must not count. */
export const roles = {
  nobody: { group: 'out' },
  damaged: { group: 'out' },
  'signed out': { group: 'out', user: 'setwan' },
  'away for an hour': { group: 'out', user: 'insp' },
  disabled: { group: 'out', user: 'bkpsdm' },
  'one-use password': { group: 'oneUse', user: 'bpbd' },
  'without a role today': { group: 'former', user: 'dinhub.operator' },
  'of an ended department': { group: 'member', user: 'satpolpp' },
  dinkes: { group: 'member', user: 'dinkes' },
  'dinkes.operator': { group: 'member', user: 'dinkes.operator' },
  'dinkominfo.operator': { group: 'member', user: 'dinkominfo.operator' },
  dlh: { group: 'member', user: 'dlh' },
  bappelitbangda: { group: 'member', user: 'bappelitbangda' },
  sekretariat: { group: 'member', user: 'sekretariat' },
  dewan: { group: 'member', user: 'dewan' },
  pendamping: { group: 'member', user: 'pendamping' },
  bupati: { group: 'member', user: 'bupati' },
  // Their accounts are made by the test (people.ts).
  'a guest': { group: 'guest', user: 'tamu.uji' },
  'a guest who waits': { group: 'waiting', user: 'tamu.menunggu' },
  'sekretariat of 99-99': { group: 'foreign', user: 'sekretariat', region: '99-99' },
} as const satisfies Record<string, { group: Group; user?: string; region?: string }>;

export type Role = keyof typeof roles;
export type Group = 'out' | 'oneUse' | 'former' | 'member' | 'foreign' | 'guest' | 'waiting';
export const roleNames = Object.keys(roles) as Role[];
export const groupOf = (role: Role): Group => roles[role].group;

export const statuses = ['draft', 'submitted', 'returned', 'approved'] as const;
export type Status = (typeof statuses)[number];

type Relation = {
  kind: 'goal' | 'target' | 'indicator';
  department: string;
  dimension: string | null;
  /** Accounts that enter and review the items of the test; not all of them are among the roles. */
  enteredBy: string;
  reviewedBy: string;
  supporters?: string[];
  /** Roles that read it while it is a draft or returned; goals and targets are read by everybody let in. */
  readers: Role[];
  owners: Role[];
  reviewers: Role[];
};

const all: Role[] = ['sekretariat', 'pendamping'];
const sl = { dimension: 'sl', kind: 'indicator', reviewedBy: 'dinkes' } as const;
const dpupr = {
  ...sl,
  department: 'dpupr',
  enteredBy: 'dpupr.operator',
  owners: [],
  reviewers: ['dinkes'] as Role[],
};
const everybody = roleNames.filter(role => ['member', 'guest'].includes(groupOf(role)));

/** Whose items there are, from where each role stands. */
export const relations = {
  'DINKES in SL': {
    ...{ ...sl, department: 'dinkes', enteredBy: 'dinkes.operator', reviewedBy: 'bappelitbangda' },
    readers: [...all, 'dinkes', 'dinkes.operator', 'bappelitbangda'],
    owners: ['dinkes', 'dinkes.operator'],
    reviewers: ['bappelitbangda'],
  },
  'DPUPR in SL': { ...dpupr, readers: [...all, 'dinkes'] },
  'DPUPR in SL, DINKOMINFO supports': {
    ...{ ...dpupr, supporters: ['dinkominfo'] },
    readers: [...all, 'dinkes', 'dinkominfo.operator'],
  },
  'DINKOMINFO in SG': {
    ...{ kind: 'indicator', dimension: 'sg', department: 'dinkominfo' },
    ...{ enteredBy: 'dinkominfo.operator', reviewedBy: 'setda' },
    readers: [...all, 'dinkominfo.operator'],
    owners: ['dinkominfo.operator'],
    reviewers: [],
  },
  'DLH in SN': {
    ...{ kind: 'indicator', dimension: 'sn', department: 'dlh', enteredBy: 'dlh' },
    reviewedBy: 'bappelitbangda',
    readers: [...all, 'dlh', 'bappelitbangda'],
    owners: ['dlh'],
    reviewers: ['bappelitbangda'],
  },
  "the region's own": {
    ...{ kind: 'indicator', dimension: null, department: 'bappelitbangda', enteredBy: 'bappelitbangda' },
    reviewedBy: 'sekretariat',
    readers: [...all, 'bappelitbangda'],
    owners: ['bappelitbangda'],
    reviewers: ['sekretariat'],
  },
  'a goal of DINKES': {
    ...{ ...sl, kind: 'goal', department: 'dinkes', enteredBy: 'dinkes', reviewedBy: 'bappelitbangda' },
    readers: everybody,
    owners: ['dinkes', 'dinkes.operator'],
    reviewers: ['bappelitbangda'],
  },
  'a target of DPUPR': { ...dpupr, kind: 'target', readers: everybody },
} as const satisfies Record<string, Relation>;

export type RelationName = keyof typeof relations;
export const relationNames = Object.keys(relations) as RelationName[];
const rule = (name: RelationName): Relation => relations[name];

/** Whether a role reads an item of this relation at this status. */
export function reads(role: Role, name: RelationName, status: Status): boolean {
  if (!['member', 'guest'].includes(groupOf(role))) return false;
  return status === 'submitted' || status === 'approved' || rule(name).readers.includes(role);
}
export const owns = (role: Role, name: RelationName) => rule(name).owners.includes(role);
export const reviews = (role: Role, name: RelationName) => rule(name).reviewers.includes(role);

/** What a page answers: its content, nothing (404), or the way to another page (307). */
type Way = 'to /masuk' | 'to /akun' | 'to /pekerjaan' | 'to /usulan' | 'to /gabung/tamu';
export type Verdict = 'open' | 'hidden' | 'missing' | Way;
type Guests = 'guest' | 'waiting';
/** To guests every page is shut that is not named in `openToGuests`; a page may say otherwise. */
type Page = Record<Exclude<Group, Guests>, Verdict> & Partial<Record<Guests, Verdict>> & { only?: Role[] };

const signedIn = { oneUse: 'open', former: 'open', member: 'open', foreign: 'open' } as const;
const inside = { ...signedIn, out: 'to /masuk', oneUse: 'to /akun' } as const;
const same = (verdict: Verdict): Page => {
  const groups: Group[] = ['out', 'oneUse', 'former', 'member', 'foreign', 'guest', 'waiting'];
  return Object.fromEntries(groups.map(group => [group, verdict])) as Record<Group, Verdict>;
};
// Coordinators (heads of a coordinating department), second approvers and secretariats review.
const reviewing: Page = {
  ...{ ...inside, former: 'missing' },
  only: ['dinkes', 'dlh', 'bappelitbangda', 'sekretariat'],
};

// Who keeps people and departments; of another region only what is there, never a person of this one.
const absent: Page = { ...inside, former: 'missing', member: 'missing', foreign: 'missing' };
const keeping: Page = { ...{ ...inside, former: 'missing' }, only: ['sekretariat'] };

/** What a guest finds of the house once admitted; everything else is missing, whatever it is. */
const openToGuests = [
  ...['/(rembug)/akun/page', '/(rembug)/lainnya/page', '/(rembug)/kabar/page', '/(rembug)/unduhan/page'],
  ...['/(rembug)/rencana/page', '/(rembug)/rencana/pohon/page', '/(rembug)/rencana/dimensi/[kode]/page'],
  ...['/(rembug)/usulan/page', '/(rembug)/usulan/baru/page'],
];

// Who drafts for a department of this region.
const drafting: Page = {
  ...{ ...inside, former: 'missing', foreign: 'missing' },
  only: ['dinkes', 'dinkes.operator', 'dinkominfo.operator', 'dlh', 'bappelitbangda'],
};

/** Route of the build → addresses that are asked and the answer to each group of roles. */
export const pages: Record<string, { paths: string[]; answers: Page }> = {
  '/page': { paths: ['/'], answers: same('to /pekerjaan') },
  '/masuk/page': { paths: ['/masuk'], answers: { ...same('to /pekerjaan'), out: 'open' } },
  '/bantuan/page': { paths: ['/bantuan'], answers: same('open') },
  '/(rembug)/akun/page': { paths: ['/akun'], answers: { ...signedIn, out: 'to /masuk' } },
  '/(rembug)/isian-cepat/page': { paths: ['/isian-cepat', '/isian-cepat?kolom=semua'], answers: inside },
  '/(rembug)/latihan/page': { paths: ['/latihan', '/latihan?diulang=3'], answers: inside },
  '/(rembug)/lainnya/page': { paths: ['/lainnya'], answers: inside },
  '/(rembug)/pekerjaan/page': { paths: ['/pekerjaan'], answers: { ...inside, guest: 'to /usulan' } },
  '/(rembug)/perencanaan/page': { paths: ['/perencanaan'], answers: inside },
  '/(rembug)/perencanaan/[dimensi]/page': {
    paths: ['/perencanaan/sl', '/perencanaan/sg', '/perencanaan/sn', '/perencanaan/daerah'],
    answers: inside,
  },
  '/(rembug)/perencanaan/arsip/page': { paths: ['/perencanaan/arsip'], answers: inside },
  '/(rembug)/perencanaan/serupa/page': { paths: ['/perencanaan/serupa'], answers: inside },
  '/(rembug)/kabar/page': { paths: ['/kabar'], answers: inside },
  '/(rembug)/rencana/page': {
    paths: [
      ...['/rencana', '/rencana?status=draf', '/rencana?dimensi=sl&status=dikembalikan'],
      ...['/rencana?opd=DINKES&cari=a', '/rencana?sejak=karangan&tampilan=rapat&tahun=awal'],
    ],
    answers: inside,
  },
  '/(rembug)/kemajuan/page': {
    paths: ['/kemajuan', '/kemajuan?dimensi=sl&belum=ya'],
    answers: inside,
  },
  '/(rembug)/unduhan/page': { paths: ['/unduhan'], answers: inside },
  '/(rembug)/impor/page': { paths: ['/impor'], answers: drafting },
  '/(rembug)/impor/[id]/page': { paths: ['/impor/tidak-ada'], answers: absent },
  '/(rembug)/versi/page': { paths: ['/versi'], answers: inside },
  '/(rembug)/rencana/pohon/page': {
    paths: ['/rencana/pohon', '/rencana/pohon?dimensi=sl'],
    answers: inside,
  },
  '/(rembug)/rencana/dimensi/[kode]/page': {
    paths: ['/rencana/dimensi/sl', '/rencana/dimensi/sg'],
    answers: inside,
  },
  '/(rembug)/bimtek/page': {
    paths: ['/bimtek'],
    answers: { ...inside, former: 'missing', only: ['sekretariat'] },
  },
  '/(rembug)/sidang/page': { paths: ['/sidang'], answers: { ...inside, former: 'missing' } },
  '/(rembug)/sidang/[id]/page': { paths: ['/sidang/tidak-ada'], answers: absent },
  '/(rembug)/sidang/keputusan/[id]/page': { paths: ['/sidang/keputusan/tidak-ada'], answers: absent },
  '/presentasi/page': { paths: ['/presentasi'], answers: { ...inside, former: 'missing' } },
  '/presentasi/[layar]/page': {
    paths: ['/presentasi/sl', '/presentasi/yang-terbuka'],
    answers: { ...inside, former: 'missing' },
  },
  // Its content is for screens; everybody else finds the place for a screen's code. See the test of walls.
  '/bimtek/layar/page': { paths: ['/bimtek/layar', '/bimtek/layar?kunci=K7P4QXAB'], answers: same('open') },
  '/gabung/[kode]/page': {
    paths: ['/gabung/K7P4QX'],
    answers: { ...same('to /pekerjaan'), out: 'open' },
  },
  '/gabung/tamu/page': {
    paths: ['/gabung/tamu'],
    answers: { ...same('to /pekerjaan'), out: 'to /masuk', waiting: 'open' },
  },
  '/gabung/tamu/[kode]/page': {
    paths: ['/gabung/tamu/K7P4QXAB'],
    answers: { ...same('to /pekerjaan'), out: 'open' },
  },
  '/(rembug)/kelola/tamu/page': { paths: ['/kelola/tamu'], answers: keeping },
  '/(rembug)/kelola/tamu/[id]/page': { paths: ['/kelola/tamu/tidak-ada'], answers: absent },
  '/(rembug)/kelola/tamu/[id]/poster/page': {
    paths: ['/kelola/tamu/tidak-ada/poster'],
    answers: absent,
  },
  '/(rembug)/usulan/page': { paths: ['/usulan'], answers: inside },
  '/(rembug)/usulan/baru/page': {
    paths: ['/usulan/baru?dimensi=sg', '/usulan/baru?dimensi=sg&jenis=sasaran&di=x'],
    answers: {
      ...{ ...inside, former: 'missing' },
      // Whose department has ended only reads.
      only: roleNames.filter(role => role !== 'of an ended department'),
    },
  },
  '/(rembug)/usulan/[id]/page': { paths: ['/usulan/tidak-ada'], answers: absent },
  '/(rembug)/tinjau/page': { paths: ['/tinjau'], answers: reviewing },
  '/(rembug)/kelola/pengguna/page': {
    paths: ['/kelola/pengguna', '/kelola/pengguna?cari=a&opd=dinkes&peran=head&keadaan=aktif'],
    answers: keeping,
  },
  '/(rembug)/kelola/pengguna/baru/page': { paths: ['/kelola/pengguna/baru'], answers: keeping },
  '/(rembug)/kelola/pengguna/impor/page': {
    paths: ['/kelola/pengguna/impor', '/kelola/pengguna/impor?isi=opd'],
    answers: keeping,
  },
  '/(rembug)/kelola/pengguna/slip/page': {
    paths: ['/kelola/pengguna/slip', '/kelola/pengguna/slip?centang=semua&opd=dinkes'],
    answers: keeping,
  },
  '/(rembug)/kelola/pengguna/[id]/page': { paths: ['/kelola/pengguna/tidak-ada'], answers: absent },
  '/(rembug)/kelola/opd/page': { paths: ['/kelola/opd'], answers: keeping },
  // The other region has a department of this key too; its secretariat sees its own.
  '/(rembug)/kelola/opd/[id]/page': { paths: ['/kelola/opd/dinkes'], answers: keeping },
  '/(rembug)/kelola/opd/alih/page': { paths: ['/kelola/opd/alih'], answers: keeping },
  '/(rembug)/kelola/opd/alih/[id]/page': {
    paths: ['/kelola/opd/alih/tidak-ada', '/kelola/opd/alih/alih-1?langkah=isian'],
    answers: absent,
  },
  '/(rembug)/kelola/koordinator/page': { paths: ['/kelola/koordinator'], answers: keeping },
  '/(rembug)/kelola/rpjmd/page': { paths: ['/kelola/rpjmd'], answers: keeping },
  '/(rembug)/kelola/tahap/page': { paths: ['/kelola/tahap'], answers: keeping },
  '/(rembug)/kelola/rpjmd/impor/page': { paths: ['/kelola/rpjmd/impor'], answers: keeping },
  '/(rembug)/kelola/rpjmd/[id]/page': { paths: ['/kelola/rpjmd/tidak-ada'], answers: absent },
  '/(rembug)/kelola/rpjmd/[id]/alih/page': { paths: ['/kelola/rpjmd/tidak-ada/alih'], answers: absent },
  '/(rembug)/ipm/page': {
    paths: ['/ipm', '/ipm?uhh-2026=75,1&pengeluaran-2026=11.250.000', '/ipm?uhh-2026=x&hls-1=2&rls=3'],
    answers: inside,
  },
  '/(rembug)/prioritas/page': {
    paths: ['/prioritas', '/prioritas?jangka=5', '/prioritas?jangka=x'],
    answers: inside,
  },
  '/(rembug)/prioritas/[dimensi]/page': { paths: ['/prioritas/sl', '/prioritas/sg'], answers: inside },
  '/(rembug)/keselarasan/page': {
    paths: ['/keselarasan', '/keselarasan?dimensi=sl&keadaan=belum&opd=DINKES', '/keselarasan?keadaan=x'],
    answers: inside,
  },
  '/(rembug)/pengesahan/page': { paths: ['/pengesahan'], answers: { ...inside, former: 'missing' } },
  '/icon.svg/route': { paths: ['/icon.svg'], answers: same('open') },
  '/api/health/route': { paths: ['/api/health'], answers: same('open') },
};

/** Endpoints with a test of their own, for they answer by item or by more than a status. */
export const pagesPerItem = {
  '/(rembug)/[jenis]/[id]/page': 'itemVerdict',
  '/(rembug)/tinjau/[id]/page': 'reviewVerdict',
  '/(rembug)/versi/[a]/page': 'version',
  '/(rembug)/versi/[a]/banding/[b]/page': 'version',
};
export const otherRoutes = {
  '/api/aliran/route': 'stream',
  '/api/versi/route': 'news',
  '/(rembug)/[jenis]/[id]/isi/route': 'news of an item',
  '/(rembug)/[jenis]/[id]/hadir/route': 'presence',
  '/(rembug)/rencana/[berkas]/route': 'workbook',
  '/(rembug)/rencana/tabel/route': 'table',
  '/(rembug)/latihan/langkah/route': 'steps of practice',
  '/(rembug)/latihan/perbuat/route': 'buttons of practice',
  '/(rembug)/unduhan/[id]/route': 'download',
  '/(rembug)/impor/[id]/sisa/route': 'rest of an import',
  '/(rembug)/impor/templat/[jenis]/route': 'template',
  '/(rembug)/versi/banding/route': 'way to a comparison',
  '/(rembug)/versi/[a]/banding/[b]/[berkas]/route': 'comparison',
  '/(rembug)/sidang/[id]/berita-acara/[berkas]/route': 'minutes',
  '/(rembug)/sidang/persetujuan/[opd]/[berkas]/route': 'sheet to sign',
  '/presentasi/data/route': 'presentation',
  '/(rembug)/katalog/route': 'catalogue',
  '/(rembug)/keselarasan/acuan/route': 'regional plan',
  '/(rembug)/kelola/rpjmd/impor/berkas/route': 'file of the regional plan',
  '/bimtek/layar/data/route': 'wall',
  '/api/auth/[...nextauth]/route': 'next-auth',
};

/** Pages that Next makes for its own use. They are no rooms of the house: 404 for everybody. */
export const nextsOwn = { '/_not-found/page': '/_not-found', '/_global-error/page': '/_global-error' };

/** What a page answers to a role. */
export function pageVerdict(route: string, role: Role): Verdict {
  const { answers } = pages[route] as { answers: Page };
  const group = groupOf(role);
  if (answers.only && group === 'member' && !answers.only.includes(role)) return 'missing';
  if (group !== 'guest' && group !== 'waiting') return answers[group];
  // What needs nobody to sign in is the same for guests as for everybody.
  if (answers.out !== 'to /masuk') return answers[group] ?? answers.member;
  return answers[group] ?? (group === 'waiting' ? 'to /gabung/tamu' : guestVerdict(route));
}

function guestVerdict(route: string): Verdict {
  return openToGuests.includes(route) ? 'open' : 'missing';
}

/** What the page of one item answers; a colleague's draft tells members whose it is. */
export function itemVerdict(role: Role, name: RelationName, status: Status): Verdict {
  const group = groupOf(role);
  if (group === 'waiting') return 'to /gabung/tamu';
  if (group === 'guest') return reads(role, name, status) ? 'open' : 'missing';
  if (group !== 'member')
    return { ...inside, former: 'missing' as const, foreign: 'missing' as const }[group];
  return reads(role, name, status) ? 'open' : 'hidden';
}

/** What the reviewer's page of one item answers: only what this person reviews. */
export function reviewVerdict(role: Role, name: RelationName): Verdict {
  const verdict = pageVerdict('/(rembug)/tinjau/page', role);
  return verdict === 'open' && !reviews(role, name) ? 'missing' : verdict;
}

/** Why saving is refused; 'ahead' stands for "may", since the version that is sent does not exist. */
export function saveReason(role: Role, name: RelationName, status: Status): string {
  const barred = barredReason(role);
  if (barred) return barred;
  if (!reads(role, name, status)) return 'missing';
  if (!owns(role, name)) return 'denied';
  return status === 'draft' || status === 'returned' ? 'ahead' : 'status';
}

export const stepNames = ['submit', 'withdraw', 'return', 'approve', 'reopen'] as const;
export type StepName = (typeof stepNames)[number];

const table: Record<StepName, { from: Status[]; by: typeof owns }> = {
  submit: { from: ['draft', 'returned'], by: owns },
  withdraw: { from: ['submitted'], by: owns },
  return: { from: ['submitted'], by: reviews },
  approve: { from: ['submitted'], by: reviews },
  reopen: { from: ['approved'], by: reviews },
};

/** Why a step is refused; 'conflict' stands for "may", since the version that is sent does not exist. */
export function stepReason(role: Role, name: RelationName, status: Status, step: StepName): string {
  const barred = barredReason(role);
  if (barred) return barred;
  if (!reads(role, name, status)) return 'missing';
  if (!table[step].by(role, name)) return 'denied';
  return table[step].from.includes(status) ? 'conflict' : 'status';
}

/** Why a comment is refused: whoever reads the item may speak about it, unless their department has ended. */
export function commentReason(role: Role, name: RelationName, status: Status): string {
  const may = role === 'of an ended department' ? 'denied' : 'ok';
  return barredReason(role) ?? (reads(role, name, status) ? may : 'missing');
}

/** Departments that a role begins items for. */
export const draftsFor: Partial<Record<Role, string>> = {
  ...{ dinkes: 'dinkes', 'dinkes.operator': 'dinkes', 'dinkominfo.operator': 'dinkominfo' },
  ...{ dlh: 'dlh', bappelitbangda: 'bappelitbangda' },
};

/** What guests do once admitted; every other action refuses them before it looks at anything. */
const actionsOfGuests = [
  ...['suggestAction', 'withdrawSuggestionAction', 'markReadAction'],
  ...['changePasswordAction', 'endSessionAction'],
];

/** Why an action refuses before it looks at what was asked; null when it does not. */
export function barredReason(role: Role, action = ''): string | null {
  const group = groupOf(role);
  if (group === 'out') return 'signed-out';
  if (group === 'guest') return actionsOfGuests.includes(action) ? null : 'denied';
  return group === 'oneUse' || group === 'waiting' ? 'denied' : null;
}

const mutationId = '0'.repeat(32);
const post = {
  ...{ role: 'operator', departmentId: 'dinkes', dimensionId: '', tenure: 'definitive', from: '', to: '' },
  ...{ decreeId: '', decreeNumber: '', decreeDate: '', decreeSubject: '' },
};
const department = { code: '', name: 'Baru', kind: 'UNIT', from: '', to: '' };
const basis = {
  ...{ name: '', day: '', decreeId: '', decreeKind: '', decreeNumber: '', decreeDate: '', decreeSubject: '' },
};

/** What only a secretariat does: the page that holds each, a form, and why the form is refused to one. */
export const keepingActions: Record<string, { path: string; form: object; reason: string }> = {
  createPersonAction: {
    path: '/kelola/pengguna/baru',
    form: { mutationId, name: '', username: 'baru', position: '', ...post },
    reason: 'invalid',
  },
  changePersonAction: {
    path: '/kelola/pengguna/x',
    form: { mutationId, id: 'x', seen: '1', name: '', username: 'baru', position: '' },
    reason: 'invalid',
  },
  disablePersonAction: {
    path: '/kelola/pengguna/x',
    form: { mutationId, id: 'x', isDisabled: 'ya' },
    reason: 'missing',
  },
  endSessionOfAction: {
    path: '/kelola/pengguna/x',
    form: { id: '0'.repeat(64), userId: 'x' },
    reason: 'none',
  },
  makeSlipsAction: { path: '/kelola/pengguna/slip', form: { mutationId, x: 'own' }, reason: 'invalid' },
  addMembershipAction: {
    path: '/kelola/pengguna/x',
    form: { mutationId, userId: 'x', ...post },
    reason: 'missing',
  },
  endMembershipAction: {
    path: '/kelola/pengguna/x',
    form: { mutationId, id: 'x', to: '2020-01-01' },
    reason: 'missing',
  },
  createDepartmentAction: {
    path: '/kelola/opd',
    form: { mutationId, ...department },
    reason: 'invalid',
  },
  changeDepartmentAction: {
    path: '/kelola/opd/dinkes',
    form: { mutationId, id: 'dinkes', seen: '1', ...department },
    reason: 'invalid',
  },
  nameCoordinatorAction: {
    path: '/kelola/koordinator',
    form: {
      ...{ mutationId, dimensionId: 'x', departmentId: 'tidak-ada', was: '' },
      ...{ decreeId: '', decreeNumber: '', decreeDate: '', decreeSubject: '' },
    },
    reason: 'invalid',
  },
  startSuccessionAction: {
    path: '/kelola/opd/alih',
    form: { mutationId, offerId: '', ...basis },
    reason: 'invalid',
  },
  changeBasisAction: {
    path: '/kelola/opd/alih/x',
    form: { mutationId, id: 'x', was: '', ...basis },
    reason: 'missing',
  },
  dropSuccessionAction: { path: '/kelola/opd/alih/x', form: { mutationId, id: 'x' }, reason: 'missing' },
  addHeirAction: {
    path: '/kelola/opd/alih/x',
    form: { mutationId, id: 'x', heirId: '', code: 'BARU', name: 'Baru', kind: 'UNIT', 'lama-dinkes': 'ya' },
    reason: 'missing',
  },
  releaseHeirAction: {
    path: '/kelola/opd/alih/x',
    form: { mutationId, id: 'x', oldId: 'dinkes', heirId: 'x' },
    reason: 'missing',
  },
  keepChoicesAction: {
    path: '/kelola/opd/alih/x',
    form: { mutationId, id: 'x', part: 'owners', 'was-x': '', 'pilih-x': 'dinkes' },
    reason: 'missing',
  },
  applySuccessionAction: { path: '/kelola/opd/alih/x', form: { mutationId, id: 'x' }, reason: 'missing' },
  importTreeAction: {
    path: '/kelola/rpjmd/impor',
    form: {
      ...{ mutationId, step: 'tulis', name: '', kind: 'REGIONAL', number: '', date: '', subject: '' },
      ...{ firstYear: '', lastYear: '', repealFrom: '', inForce: '', text: '' },
    },
    reason: 'invalid',
  },
  repealTreeAction: {
    path: '/kelola/rpjmd/x',
    form: { mutationId, id: 'x', seen: '1', from: '' },
    reason: 'missing',
  },
  nameSuccessorsAction: {
    path: '/kelola/rpjmd/x/alih',
    form: { mutationId, treeId: 'x', 'n-x': 'tidak', 'was-x': '' },
    reason: 'missing',
  },
  addStageAction: {
    path: '/kelola/tahap',
    form: { mutationId, name: '', day: '', hour: '' },
    reason: 'invalid',
  },
  changeStageAction: {
    path: '/kelola/tahap',
    form: { mutationId, id: 'x', seen: '1', name: 'Baru', day: '', hour: '' },
    reason: 'missing',
  },
  moveStageAction: {
    path: '/kelola/tahap',
    form: { mutationId, id: 'x', was: 'open', to: 'closed' },
    reason: 'missing',
  },
  leaveOutAction: {
    path: '/pengesahan',
    form: { mutationId, item: '', reason: '' },
    reason: 'invalid',
  },
  takeInAction: {
    path: '/pengesahan',
    form: { mutationId, itemId: 'x', version: '1' },
    reason: 'missing',
  },
  explainAction: {
    path: '/pengesahan',
    form: { mutationId, about: 'x', was: '', text: 'Bukan kewenangan.' },
    reason: 'missing',
  },
  amendAction: {
    path: '/pengesahan',
    form: { mutationId, planId: 'x', number: '', reason: '' },
    reason: 'invalid',
  },
  makeInvitationAction: {
    path: '/kelola/tamu',
    form: { mutationId, title: '', to: '', most: '' },
    reason: 'invalid',
  },
  endInvitationAction: {
    path: '/kelola/tamu/x',
    form: { mutationId, id: 'x', guests: 'tetap' },
    reason: 'missing',
  },
  decideOnGuestAction: {
    path: '/kelola/tamu',
    form: { mutationId, id: 'x', decision: 'terima', reason: '' },
    reason: 'missing',
  },
  endGuestAction: {
    path: '/kelola/tamu',
    form: { mutationId, id: 'x', reason: 'Selesai.' },
    reason: 'missing',
  },
  setCriteriaAction: { path: '/prioritas', form: { mutationId, seen: '0' }, reason: 'invalid' },
  importAction: {
    path: '/kelola/pengguna/impor',
    form: { mutationId, what: 'orang', step: 'tulis', text: '' },
    reason: 'invalid',
  },
};

const sitting = { title: '', date: '', place: '', leader: '', leaderOffice: '' };
const ofSitting = { mutationId, sittingId: 'tidak-ada' };
/** What a secretariat does with the council's sittings: why it is refused to one; everybody else is denied. */
export const sittingActions: Record<string, { form: object; reason: string; deciders?: true }> = {
  openSittingAction: { form: { mutationId, ...sitting }, reason: 'invalid' },
  changeSittingAction: { form: { mutationId, id: 'x', version: '1', ...sitting }, reason: 'missing' },
  closeSittingAction: { form: { mutationId, id: 'x' }, reason: 'missing' },
  addPointAction: { form: { ...ofSitting, title: '' }, reason: 'missing' },
  withdrawPointAction: { form: { mutationId, id: 'x' }, reason: 'missing' },
  attendanceAction: { form: { ...ofSitting, 'hadir-x': 'ya' }, reason: 'missing' },
  addGuestAction: { form: { ...ofSitting, name: '', institution: '', office: '' }, reason: 'missing' },
  removeAttendanceAction: { form: { mutationId, id: 'x' }, reason: 'missing' },
  // Whoever decides hears the same as a secretariat.
  decideAction: {
    form: { ...ofSitting, matter: 'late', postId: 'x', kind: 'resolve', text: '' },
    ...{ reason: 'missing', deciders: true },
  },
  revokeAction: {
    form: { ...ofSitting, decisionId: 'x', postId: 'x', text: '' },
    ...{ reason: 'missing', deciders: true },
  },
};
export const deciders: Role[] = ['dewan', 'bupati'];

const unseen = (itemId: string) => ({ itemId, version: 1 });
/** What is done with an import of one's own, asked of one that nobody has. */
export const importActions: Record<string, { path: string; args: unknown[] }> = {
  readingAction: {
    path: '/impor/tidak-ada',
    args: [
      { id: 'tidak-ada', lembar: '0', judul: '1', tinggi: '1', dimensi: '', opd: '', 'kolom-0': 'goal' },
    ],
  },
  answerAction: { path: '/impor/tidak-ada', args: [{ id: 'tidak-ada', 'sel-1:1': 'x' }] },
  applyAction: { path: '/impor/tidak-ada', args: [{ id: 'tidak-ada', cap: 'x' }] },
  forgetAction: { path: '/impor/tidak-ada', args: [{ id: 'tidak-ada' }] },
};

const asked = { mutationId: 'm', suggestionId: 'x' };
/** What is done with suggestions, asked of one that nobody made. */
export const suggestionActions: Record<string, { path: string; args: unknown[] }> = {
  suggestAction: {
    path: '/usulan/baru',
    args: [
      {
        ...{ mutationId: 'm', text: 'Usul.' },
        about: { what: 'item', itemId: 'x', version: 1, field: null, proposed: null },
      },
    ],
  },
  withdrawSuggestionAction: { path: '/usulan/x', args: [asked] },
  adoptSuggestionAction: {
    path: '/usulan/x',
    args: [{ ...asked, over: null, parentId: null, departmentId: null }],
  },
  declineSuggestionAction: { path: '/usulan/x', args: [{ ...asked, reason: 'Sudah ada.' }] },
  handOnSuggestionAction: { path: '/usulan/x', args: [{ ...asked, departmentId: 'dinkes' }] },
};

/** Server actions of the build: the page that holds each and arguments that its schema takes. */
export const actions: Record<string, { path: string; args: unknown[] }> = {
  signIn: { path: '/masuk', args: [{ regionId: '33-03', username: 'dinarpus', password: 'bukan-sandinya' }] },
  signOut: { path: '/pekerjaan', args: [{}] },
  saveChangesAction: {
    path: '/perencanaan/sl',
    args: [[{ mutationId: 'm', itemId: 'x', version: 1, fields: {} }]],
  },
  takeStepAction: {
    path: '/indikator/x',
    args: [{ step: 'submit', items: [{ mutationId: 'm', itemId: 'x', version: 1 }] }],
  },
  arrangeAction: {
    path: '/perencanaan/sl',
    args: [{ changes: [{ mutationId: 'm', itemId: 'x', version: 1, fields: {}, isArchived: true }] }],
  },
  addCommentAction: {
    path: '/indikator/x',
    args: [{ mutationId: 'm', itemId: 'x', field: null, threadId: null, text: 'Halo.' }],
  },
  settleThreadAction: {
    path: '/indikator/x',
    args: [{ mutationId: 'm', threadId: 'x', isSettled: true }],
  },
  markReadAction: { path: '/indikator/x', args: [{ subjectId: 'x', position: 1, revision: 1 }] },
  mergeItemsAction: {
    path: '/perencanaan/serupa',
    args: [{ mutationId: 'm', keepId: 'x', items: [unseen('x'), unseen('y')], reason: 'Sama.' }],
  },
  unmergeItemAction: {
    path: '/perencanaan/serupa',
    args: [{ mutationId: 'm', ...unseen('x'), reason: 'Berbeda.' }],
  },
  giveVerdictAction: {
    path: '/perencanaan/serupa',
    args: [
      {
        ...{ mutationId: 'm', kind: 'different', items: [unseen('x'), unseen('y')] },
        ...{ source: null, reason: 'Lain.' },
      },
    ],
  },
  endVerdictAction: { path: '/perencanaan/serupa', args: [{ mutationId: 'm', verdictId: 'x' }] },
  nameVersionAction: { path: '/versi', args: [{ mutationId: 'm', name: '' }] },
  openHallAction: { path: '/bimtek', args: [{ mutationId: 'm', stageId: 'tidak-ada', day: 1 }] },
  closeHallAction: { path: '/bimtek', args: [{ mutationId: 'm', hallId: 'tidak-ada' }] },
  makeScreenKeyAction: { path: '/bimtek', args: [{ hallId: 'tidak-ada' }] },
  openScreenAction: { path: '/bimtek/layar', args: [{ key: 'K7P4QXAB' }] },
  giveScoresAction: {
    path: '/prioritas/sl',
    args: [{ scores: [{ mutationId: 'm', itemId: 'x', scores: { impact: 5 } }] }],
  },
  decideRankAction: {
    path: '/prioritas/sl',
    args: [{ mutationId: 'm', dimensionId: 'x', seen: null, itemIds: ['x'], reason: '' }],
  },
  reopenScoringAction: { path: '/prioritas/sl', args: [{ mutationId: 'm', decisionId: 'x', reason: 'Ya.' }] },
  noteRankAction: { path: '/prioritas/sl', args: [{ mutationId: 'm', decisionId: 'x' }] },
  claimItemAction: { path: '/tinjau', args: [{ itemId: 'x', isTaken: true, isTakeOver: false }] },
  changePasswordAction: {
    path: '/akun',
    args: [{ current: 'bukan-sandinya', wanted: 'tiga kuda biru lari', repeated: 'tiga kuda biru lari' }],
  },
  ratifyAction: {
    path: '/pengesahan',
    args: [{ mutationId, planId: 'x', kind: '', number: '', date: '', subject: '' }],
  },
  // Its argument is a file, which no JSON can be: refused by shape, after who is asking.
  uploadAction: { path: '/impor', args: [{ berkas: 'bukan berkas' }] },
  ...importActions,
  ...suggestionActions,
  joinAsGuestAction: {
    path: '/gabung/tamu/K7P4QXAB',
    args: [
      {
        ...{ mutationId, code: 'K7P4QXAB', name: 'Tamu', institution: 'Kampus', kind: 'academic' },
        ...{ contact: '', username: '', password: 'tiga kuda biru lari', repeated: 'tiga kuda biru lari' },
      },
    ],
  },
  ...Object.fromEntries(
    Object.entries(sittingActions).map(([name, { form }]) => [
      name,
      { path: name === 'openSittingAction' ? '/sidang' : '/sidang/tidak-ada', args: [form] },
    ]),
  ),
  endSessionAction: { path: '/akun', args: [{ id: '0'.repeat(64) }] },
  ...Object.fromEntries(
    Object.entries(keepingActions).map(([name, { path, form }]) => [name, { path, args: [form] }]),
  ),
};
