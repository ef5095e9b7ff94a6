import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { purbalinggaFile } from '../../prisma/seed/purbalingga';
import { look } from '../support/look';
import { approve, expectSaved, submit } from '../support/steps';
import { enterPurbalingga, expectEqualToFile } from '../support/whole-plan';
import { ownPassword, startWholeRegion, stepOf, type WholeRegion } from '../support/whole-region';

// One story through the browser: Purbalingga from the decree that names its coordinators to the act of its regent,
// and on to the first amendment. Its database begins with departments and people, and without coordinators.
test.use({ actionTimeout: 20_000 });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const coordinators = {
  'Smart Governance': 'setda',
  'Smart Branding': 'dinporapar',
  'Smart Economy': 'dinkopukm',
  'Smart Living': 'dinkes',
  'Smart Society': 'dindikbud',
  'Smart Environment': 'dlh',
};
const target = 'Meningkatnya daya saing sentra industri kecil dan menengah';
const better = 'Meningkatnya daya saing sentra industri kecil di setiap kecamatan';
const indicator = 'Jumlah sentra industri yang memakai pemasaran digital';
const leftOut = 'Jumlah perpustakaan desa berbasis inklusi sosial';
const standing = /^Ditetapkan dengan Peraturan Bupati Nomor 12 Tahun 2026 tanggal /;
/** Today where the regency is, as a date field wants it. */
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });
const shot = (page: Page, name: string) => look(page, 'purbalingga', name);

let region: WholeRegion;
let secretariat: Page;
let ids: Map<string, string>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const file = purbalinggaFile(new Date());
  const dimensions = file.dimensions.map(({ coordinator: _, decree: _d, ...dimension }) => dimension);
  region = await startWholeRegion({ ...file, dimensions });
});
test.afterAll(() => region?.close());

/** Chooses what says so, of a list that says more. */
async function choose(page: Page | Locator, label: string, words: string) {
  const list = page.getByLabel(label, { exact: true });
  const option = list.locator('option', { hasText: words }).first();
  await list.selectOption((await option.getAttribute('value')) ?? '');
}

const draftOf = (title: string) => ({
  ...{ mutationId: randomUUID(), itemId: randomUUID(), version: 0, fields: { title } },
  create: { kind: 'goal', parentId: null, dimensionId: 'p1-ss', departmentId: 'dinarpus' },
});

const card = (page: Page, words: string) => page.locator('.deed-card').filter({ hasText: words });

test('the decree: 45 departments, and one of them coordinates each dimension', async ({ browser }) => {
  secretariat = await (await browser.newContext({ baseURL: region.url })).newPage();
  const page = secretariat;
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill('sekretariat');
  const oneUse = region.passwords.get('sekretariat') ?? '';
  region.passwords.delete('sekretariat');
  await page.getByLabel('Kata sandi', { exact: true }).fill(oneUse);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByText('Ini kata sandi sekali pakai.')).toBeVisible();
  await page.getByLabel('Kata sandi sekarang').fill(oneUse);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(ownPassword);
  await page.getByLabel('Ulangi kata sandi baru').fill(ownPassword);
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await expect(page.getByText('Kata sandi sudah diganti.')).toBeVisible();

  await page.goto('/kelola/opd');
  await expect(page.locator('main')).toContainText('45');
  await shot(page, '01-opd');
  await page.goto('/kelola/koordinator');
  for (const [dimension, department] of Object.entries(coordinators)) {
    const one = card(page, dimension);
    await expect(one).toContainText('Belum ada koordinator');
    await one.getByText('Ganti koordinator').click();
    await one.getByLabel('OPD koordinator').selectOption(department);
    await one.getByText('Keputusan (SK) yang menunjuk').click();
    await choose(one, 'Keputusan', '500.12/172 Tahun 2024');
    await one.getByRole('button', { name: 'Simpan koordinator' }).click();
    await expect(one).not.toContainText('Belum ada koordinator');
  }
  await shot(page, '02-koordinator');
});

test('a head retires; the head of a neighbour acts for it until the next one', async () => {
  const page = secretariat;
  await page.goto('/kelola/pengguna?cari=kepala+dinperindag');
  await page.getByRole('link', { name: 'Kepala DINPERINDAG' }).click();
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await page.getByText('Akhiri peran ini').click();
  await page.getByLabel('Hari terakhir').first().fill(yesterday);
  await page.getByRole('button', { name: 'Akhiri peran' }).click();
  await expect(page.getByText('Orang ini tidak memegang peran hari ini')).toBeVisible();
  await page.goto('/kelola/pengguna?cari=kepala+dinnaker');
  await page.getByRole('link', { name: 'Kepala DINNAKER' }).click();
  await page.getByText('Tambah peran').first().click();
  await page.locator('#peran-baru-role').selectOption('head');
  await page.locator('#peran-baru-departmentId').selectOption('dinperindag');
  await page.locator('#peran-baru-tenure').selectOption('plt');
  await page.getByText('Keputusan (SK) yang menunjuk').click();
  await page.getByLabel('Nomor keputusan baru').fill('821.2/17/2026');
  await page.getByRole('button', { name: 'Tambah peran' }).click();
  await expect(page.getByText('Plt Kepala DINPERINDAG').first()).toBeVisible();
  await shot(page, '03-plt');
});

test('departments enter all of Purbalingga’s plan, and its coordinators approve it', async ({ browser }) => {
  ids = await enterPurbalingga(region);
  await expectEqualToFile(region, ids);
  const page = await region.open(browser, 'dinkes');
  await shot(page, '04-pekerjaan-koordinator');
  await page.goto('/kemajuan');
  await shot(page, '05-kemajuan');
  await page.close();
});

async function add(page: Page, opener: RegExp, name: string, department: string) {
  await page.getByRole('button', { name: opener }).first().click();
  await page.getByLabel('OPD pengampu').selectOption(department);
  await page.getByLabel(/^Nama .* baru$/).fill(name);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the acting head drafts; the coordinator returns it twice, then approves', async ({ browser }) => {
  const owner = await region.open(browser, 'dinnaker');
  const coordinator = await region.open(browser, 'dinkopukm');
  await expect(owner.getByText('Plt Kepala DINPERINDAG').first()).toBeVisible();
  await owner.goto('/perencanaan/se');
  await add(owner, /^Tambah sasaran/, target, 'dinperindag');
  await owner.getByLabel('Penerima manfaat').fill('Pelaku industri kecil dan menengah');
  await choose(owner, 'Subdimensi', 'SE1');
  await expectSaved(owner);
  await submit(owner, 'sasaran');
  await owner.goto('/perencanaan/se');
  const branch = owner.locator('.branch').filter({ hasText: target });
  await branch.getByRole('button', { name: /^Tambah indikator/ }).click();
  await owner.getByLabel('OPD pengampu').selectOption('dinperindag');
  await owner.getByLabel('Nama indikator baru').fill(indicator);
  await owner.getByRole('button', { name: 'Simpan draf' }).click();
  await owner.getByRole('link', { name: 'Tampilkan semua' }).click();
  await owner.getByRole('combobox', { name: 'Satuan' }).fill('sentra');
  await owner.getByRole('radio', { name: 'Naik baik' }).check();
  await owner.getByRole('radio', { name: 'Angka', exact: true }).check();
  await owner.getByRole('radio', { name: 'Tahunan' }).check();
  await owner.getByLabel('Angka di belakang koma').fill('0');
  await owner.getByLabel('Tahun kondisi awal').fill('2024');
  await owner.getByLabel('Sumber data', { exact: true }).fill('Laporan OPD');
  for (const [label, value] of [
    ...[
      ['Kondisi awal 2024', '4'],
      ['Target 2025', '6'],
      ['Target 2026', '8'],
      ['Target 2027', '11'],
    ],
    ...[
      ['Target 2028', '14'],
      ['Target 2029', '18'],
      ['Target 2034', '30'],
    ],
  ] as const)
    await owner.getByLabel(label ?? '', { exact: false }).fill(value ?? '');
  await expectSaved(owner);
  await shot(owner, '06-indikator');
  await submit(owner, 'indikator');

  const address = new URL(owner.url()).pathname;
  for (const [at, [note, field, answer]] of [
    [
      'Tulis definisi operasionalnya.',
      'Definisi operasional',
      'Sentra yang menjual lewat lokapasar, dihitung akhir tahun.',
    ],
    ['Sebut nama laporannya.', 'Sumber data', 'Laporan bidang industri'],
  ].entries()) {
    await coordinator.goto('/tinjau');
    if (at === 0) await shot(coordinator, '07-tinjau');
    await coordinator.getByRole('link', { name: indicator }).click();
    await coordinator.getByRole('button', { name: 'Kembalikan indikator' }).click();
    await coordinator.getByLabel(/^Catatan( untuk|$)/).fill(note ?? '');
    await coordinator.getByRole('button', { name: 'Kembalikan indikator' }).click();
    await expect(coordinator.getByRole('heading', { level: 1, name: indicator })).toHaveCount(0);
    await owner.goto('/pekerjaan');
    await expect(owner.getByText(note ?? '').first()).toBeVisible();
    if (at === 0) await shot(owner, '08-dikembalikan');
    await owner.goto(address.split('?')[0] ?? '');
    await owner.getByLabel(field ?? '', { exact: true }).fill(answer ?? '');
    await expectSaved(owner);
    await submit(owner, 'indikator');
  }
  await coordinator.goto('/tinjau');
  await coordinator.getByRole('link', { name: indicator }).click();
  await shot(coordinator, '09-berubah-sejak');
  await approve(coordinator, 'indikator');
  await expect(coordinator.getByRole('heading', { level: 1, name: target })).toBeVisible();
  await approve(coordinator, 'sasaran');
  await expect(coordinator.getByText('Tidak ada yang menunggu.')).toBeVisible();
  await owner.goto(address);
  await expect(owner.locator('.page-head .tag').first()).toHaveText('Disetujui');
  await shot(owner, '10-disetujui');
});

test('a guest of the campus suggests; the department takes it into its draft with one click', async ({
  browser,
}) => {
  const page = secretariat;
  const [item] = await region.rows(`SELECT id, version FROM "Item" WHERE title = '${target}'`);
  await region.take(
    'dinkopukm',
    'takeStepAction',
    stepOf('reopen', item.id, item.version, 'Konsultasi publik.'),
  );
  await page.goto('/kelola/tamu');
  await page.getByLabel('Nama undangan').fill('Konsultasi publik, Pendopo Dipokusumo');
  await page.getByLabel('Hari terakhir').fill('2199-01-31');
  await page.getByLabel('Paling banyak berapa orang').fill('60');
  await page.getByRole('button', { name: 'Buat undangan' }).click();
  await page.getByRole('link', { name: 'Konsultasi publik, Pendopo Dipokusumo' }).click();
  const code = (await page.locator('.join-address').textContent())?.split('/').at(-1) ?? '';
  await shot(page, '11-undangan');
  const guest = await (await browser.newContext({ baseURL: region.url })).newPage();
  await guest.goto(`/gabung/tamu/${code}`);
  await guest.getByLabel('Nama lengkap').fill('Sri Rahayu Wulandari Kusumaningtyas');
  await guest.getByLabel('Lembaga').fill('Fakultas Teknik Universitas Contoh Purwokerto');
  await guest.getByLabel('Anda datang dari').selectOption({ label: 'Akademisi' });
  await guest.getByLabel('Kata sandi', { exact: true }).fill(ownPassword);
  await guest.getByLabel('Ulangi kata sandi').fill(ownPassword);
  await shot(guest, '12-gabung');
  await guest.getByRole('button', { name: 'Minta bergabung' }).click();
  await expect(guest.getByText('Menunggu persetujuan sekretariat.')).toBeVisible();
  await page.goto('/kelola/tamu');
  await page.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(page.getByText('Tidak ada yang menunggu')).toBeVisible();
  await guest.goto(`/sasaran/${item.id}`);
  await guest.getByRole('link', { name: 'Usulkan perbaikan' }).click();
  await guest.getByLabel('Tentang').selectOption({ label: 'Nama sasaran' });
  await guest.getByLabel('Nama sasaran yang Anda usulkan').fill(better);
  await guest.getByLabel('Alasan atau sumber').fill('Survei kampus: sentra di tiga kecamatan tertinggal.');
  await shot(guest, '13-usulan');
  await guest.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(guest.getByText('Usulan terkirim.')).toBeVisible();

  const owner = await region.open(browser, 'dinnaker');
  await owner.getByRole('link', { name: 'Jawab 1 usulan' }).click();
  await owner.getByRole('link', { name: 'Ubah nama sasaran' }).click();
  await shot(owner, '14-jawab');
  await owner.getByRole('button', { name: 'Terima ke draf' }).click();
  await expect(owner.getByText('Usulan diterima ke draf.')).toBeVisible();
  await owner.goto(`/sasaran/${item.id}`);
  await expect(owner.getByText('Isi nama sasaran berasal dari usulan')).toContainText('Sri Rahayu');
  await submit(owner, 'sasaran');
  const coordinator = await region.open(browser, 'dinkopukm', '/tinjau');
  await coordinator.getByRole('link', { name: better }).click();
  await approve(coordinator, 'sasaran');
  await expect(coordinator.getByText('Tidak ada yang menunggu.')).toBeVisible();
});

test('the stage is closed: a version, and who is late as text to copy', async () => {
  const page = secretariat;
  await region.take('dinarpus.operator', 'saveChangesAction', [draftOf(leftOut)]);
  await page.goto('/kelola/tahap');
  await card(page, 'Tahap sekarang').getByText('Tutup tahap', { exact: true }).click();
  await page.getByRole('button', { name: 'Tutup tahap: Bimtek I' }).click();
  const closed = page
    .locator('.deed-card')
    .filter({ has: page.getByRole('link', { name: 'Bimtek I ditutup' }) });
  await closed.getByText('OPD terlambat saat Bimtek I ditutup').click();
  await expect(closed.getByRole('textbox', { name: 'Teks untuk WhatsApp' })).toHaveValue(
    /- DINARPUS: 1 draf/,
  );
  await shot(page, '15-tahap');
});

test('ten departments become six, two of them split; items, coordinators and people go on', async ({
  browser,
}) => {
  const page = secretariat;
  await page.goto('/kelola/opd/alih');
  await page.getByText('Pakai usulan ini').click();
  const form = page.locator('form', { has: page.getByLabel('Hari pertama OPD penerus') }).first();
  await form.getByLabel('Hari pertama OPD penerus').fill('2025-09-01');
  await form.getByLabel('Jenis peraturan baru').selectOption('Peraturan Bupati');
  await form.getByLabel('Nomor keputusan baru').fill('50 Tahun 2025');
  await form.getByRole('button', { name: 'Mulai menyiapkan' }).click();
  await page.getByRole('link', { name: 'Penataan OPD September 2025' }).click();
  await expect(page.getByRole('heading', { name: '2 dari 2 isian belum punya penerus' })).toBeVisible();
  await shot(page, '16-penerus');
  for (const name of [better, indicator]) {
    const one = page.getByRole('group', { name });
    await one.getByRole('radio', { name: 'DINPERINNAKER' }).check();
    await expect(page.getByText(/^Tersimpan\./)).toBeVisible();
    await page.reload();
  }
  const step = (name: string) =>
    page.getByRole('navigation', { name: 'Langkah' }).getByRole('link', { name }).click();
  await step('Koordinator dan orang');
  for (const [name, successor] of [
    ...[
      ['Kepala DINKES', 'DINKESPPKB'],
      ['Kepala DINKOPUKM', 'DINDAGKOPUKM'],
      ['Kepala DLH', 'DLHPKP'],
    ],
    ['Kepala DINNAKER', 'DINPERINNAKER'],
  ]) {
    const one = page.getByRole('group', { name }).first();
    const there = one.getByRole('radio', { name: `Pindah ke ${successor}` });
    // Proposed already where there is one successor only.
    if (await there.isChecked()) continue;
    await there.check();
    await expect(page.getByText(/^Tersimpan\./).first()).toBeVisible();
  }
  const stays = page.getByRole('group', { name: 'Operator DLH' });
  await stays.getByRole('radio', { name: 'Tetap, hanya membaca' }).check();
  await expect(page.getByText(/^Tersimpan\./).first()).toBeVisible();
  await shot(page, '17-orang');
  await step('Periksa dan terapkan');
  await expect(page.getByText('10 OPD lama berakhir, 6 OPD meneruskan')).toBeVisible();
  await shot(page, '18-periksa');
  await page.getByRole('button', { name: /^Alihkan \d+ isian$/ }).click();
  await expect(page.getByText('Semua isian, koordinator, dan OPD pendukung sudah beralih.')).toBeVisible();
  const old = await region.open(browser, 'dlh.operator');
  await expect(old.getByText('DLH sudah beralih ke DLHPKP')).toBeVisible();
  await shot(old, '19-opd-lama');
  const successor = await region.open(browser, 'dlh');
  await expect(successor.getByText(/, dari DLH/).first()).toBeVisible();
});

test('what is still open before the act; one item is left out with its reason', async () => {
  const page = secretariat;
  await page.goto('/pengesahan');
  await expect(page.getByRole('button', { name: 'Tetapkan rencana' })).toHaveCount(0);
  await shot(page, '20-syarat');
  await page.getByText('Keluarkan satu isian dari rencana').click();
  await choose(page, 'Isian', leftOut);
  await page.getByLabel('Alasan').fill('Belum ada anggaran sampai 2027.');
  await page.getByRole('button', { name: 'Keluarkan isian' }).click();
  await expect(page.getByRole('heading', { name: 'Dikeluarkan dari rencana, 1 isian' })).toBeVisible();
  const explain = page.getByText('Jelaskan', { exact: true });
  if (await explain.isVisible()) {
    await explain.click();
    await page.getByLabel('Penjelasan').fill('Komponen belum ditargetkan; angka BPS dipakai sebagai acuan.');
    await page.getByRole('button', { name: 'Simpan penjelasan' }).click();
    await expect(page.getByText('Penjelasan: Komponen')).toBeVisible();
  }
});

test('the council sits: six dimensions on the screen and endorsed, minutes to sign', async ({ browser }) => {
  const page = secretariat;
  await page.goto('/sidang');
  await page.getByLabel('Nama sidang').fill('Sidang Dewan Smart City ke-1');
  await page.getByLabel('Tanggal').fill(today);
  await page.getByLabel('Tempat').fill('Pendopo Dipokusumo');
  await page.getByLabel('Pemimpin sidang').fill('Hj. Siti Aminah Kusumaningrum, S.Sos., M.Si.');
  await page.getByLabel('Jabatan pemimpin').fill('Plt. Sekretaris Daerah');
  await page.getByRole('button', { name: 'Buka sidang' }).click();
  const council = await region.open(browser, 'dewan');
  await expect(council.getByRole('heading', { name: '6 dimensi menunggu keputusan Dewan' })).toBeVisible();
  await council.goto('/presentasi/se');
  await shot(council, '21-presentasi');
  await council.goto('/sidang');
  await council.getByRole('link', { name: 'Buka Sidang Dewan Smart City ke-1' }).click();
  for (const [at, dimension] of Object.keys(coordinators).entries()) {
    const name = `Putuskan: Pengesahan dimensi ${dimension}`;
    await council.getByText(name).click();
    const form = council.locator('details[open]', { hasText: name });
    await form.getByLabel('Keputusan', { exact: true }).selectOption('Sahkan dimensi ini');
    await form.getByRole('button', { name: 'Catat keputusan' }).click();
    await expect(council.getByRole('heading', { name: `Keputusan (${at + 1})` })).toBeVisible();
  }
  await shot(council, '22-sidang');
  await page.getByRole('link', { name: 'Buka Sidang Dewan Smart City ke-1' }).click();
  await page.getByText('Tutup sidang', { exact: true }).click();
  await page.getByRole('button', { name: 'Tutup sidang ini' }).click();
  await expect(page.getByText('Berita acara siap ditandatangani.')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Berita acara, PDF' }).click();
  await (await waiting).saveAs('tests/output/purbalingga/23-berita-acara.pdf');
});

test('the act of the regent makes it a plan that nobody changes', async ({ browser }) => {
  const page = secretariat;
  await page.goto('/pengesahan');
  await expect(page.getByText('6 dari 6 syarat terpenuhi')).toBeVisible();
  await page.getByLabel('Jenis').selectOption('Peraturan Bupati');
  await page.getByLabel('Nomor').fill('12 Tahun 2026');
  await page.getByLabel('Tanggal').fill(today);
  await shot(page, '24-penetapan');
  await page.getByRole('button', { name: 'Tetapkan rencana' }).click();
  await expect(page.getByRole('heading', { name: standing })).toBeVisible();
  await shot(page, '25-ditetapkan');
  const owner = await region.open(browser, 'dinarpus.operator', `/indikator/${ids.get('SS-03')}`);
  await expect(owner.getByText(standing).first()).toBeVisible();
  await expect(owner.getByRole('button', { name: /^(Ajukan|Buka kembali)/ })).toHaveCount(0);
  await owner.goto('/rencana');
  await expect(owner.locator('.draft-mark')).toHaveCount(0);
  await shot(owner, '26-rencana');
});

test('an amendment: one figure changes, and the difference between the two plans says which', async ({
  browser,
}) => {
  const page = secretariat;
  await page.goto('/pengesahan');
  await page.getByText('Mulai Perubahan ke-1').first().click();
  await page.getByLabel('Alasan perubahan').fill('Penyesuaian target literasi.');
  await page.getByRole('button', { name: 'Mulai Perubahan ke-1' }).click();
  await expect(page.getByRole('heading', { name: 'Perubahan ke-1' })).toBeVisible();
  const owner = await region.open(browser, 'dinarpus.operator', `/indikator/${ids.get('SS-03')}`);
  await owner.getByRole('link', { name: 'Buka indikator ini di rencana sekarang' }).click();
  await owner.waitForURL(url => !url.pathname.endsWith(ids.get('SS-03') ?? ''));
  const address = new URL(owner.url()).pathname;
  const coordinator = await region.open(browser, 'dindikbud', address);
  await coordinator.getByRole('button', { name: 'Buka kembali indikator' }).click();
  await coordinator.getByLabel(/^Catatan( untuk|$)/).fill('Angka dasar direvisi.');
  await coordinator.getByRole('button', { name: 'Buka kembali indikator' }).click();
  await expect(coordinator.locator('.page-head .tag').first()).toHaveText('Dikembalikan');
  await owner.goto(address);
  const last = owner.getByLabel('Target 2029');
  const before = await last.inputValue();
  await last.fill(`${Number(before.replace(',', '.')) + 1}`.replace('.', ','));
  await expectSaved(owner);
  await submit(owner, 'indikator');
  await coordinator.goto(address);
  await approve(coordinator, 'indikator');
  await page.goto('/versi');
  await page
    .getByRole('link', { name: /^Bandingkan dengan rencana sekarang/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Perbedaan dua rencana' })).toBeVisible();
  await expect(page.locator('.differences')).toContainText('Target 2029');
  await shot(page, '27-perbedaan');
  // Pages of the old plan that were open are told by this answer where their items are now.
  expect(region.errors().filter(error => !error.includes('410 (Gone)'))).toEqual([]);
});
