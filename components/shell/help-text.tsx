import { ButtonLink } from '@/components/ui/button-link';
import { PageHead } from '@/components/ui/page-head';
import { glossary } from './glossary';

const answers = [
  {
    question: 'Apa yang harus saya kerjakan?',
    answer: 'Buka Pekerjaan saya. Langkah berikutnya ada paling atas, dengan satu tombol.',
  },
  {
    question: 'Apakah ketikan saya tersimpan?',
    answer:
      'Setiap isian tersimpan sendiri. Lihat tulisan di bawah judul: Tersimpan berarti sudah masuk rencana; Belum terkirim berarti masih di layar Anda dan dikirim lagi.',
  },
  {
    question: 'Mengapa muncul Bentrok?',
    answer:
      'Orang lain mengubah isian yang sama lebih dulu. Tidak ada yang hilang: kedua nilai ditampilkan dan Anda memilih.',
  },
  {
    question: 'Bagaimana menulis angka?',
    answer:
      'Pakai koma untuk pecahan: 10,5. Rentang ditulis 10,00–10,95. Bila angka dapat dibaca dua cara, Anda ditanya.',
  },
  {
    question: 'Apa arti Dikembalikan?',
    answer: 'Peninjau meminta perbaikan. Catatannya ada di atas isian. Perbaiki, lalu ajukan lagi.',
  },
  {
    question: 'Bagaimana memakai lembar kerja Excel yang sudah ada?',
    answer:
      'Buka Isian, lalu Impor lembar kerja. Berkas diperiksa dulu: apa yang dibuat, diubah, dan perlu jawaban Anda. Rencana berubah setelah Anda menekan Terapkan.',
  },
  {
    question: 'Saya lupa kata sandi.',
    answer: 'Hubungi sekretariat. Anda mendapat kata sandi sekali pakai dan menggantinya saat masuk.',
  },
];

const keys = [
  {
    press: 'Ctrl + Enter',
    does: 'Mengajukan isian yang sedang dibuka, atau menyetujuinya bila Anda peninjaunya.',
  },
  { press: 'Alt + panah atas atau bawah', does: 'Menaikkan atau menurunkan isian Anda di pohon dimensi.' },
  { press: 'Panah atas atau bawah', does: 'Berjalan dari isian ke isian di antrean tinjauan.' },
  { press: 'Esc', does: 'Menutup kotak dialog.' },
];

export function HelpText() {
  return (
    <>
      <PageHead title="Bantuan">
        <p className="lead">
          Pertanyaan yang paling sering. Kontak sekretariat ada di bagian bawah setiap halaman.
        </p>
      </PageHead>
      <section className="section" aria-labelledby="latihan">
        <h2 id="latihan">Baru pertama kali memakai Rembug?</h2>
        <p>
          Berlatihlah di rencana latihan: satu indikator, dari draf sampai disetujui, kurang dari sepuluh
          menit.
        </p>
        <div className="actions">
          <ButtonLink kind="second" href="/latihan">
            Buka latihan
          </ButtonLink>
        </div>
      </section>
      <dl className="facts">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <section className="section" aria-labelledby="glosarium">
        <h2 id="glosarium">Arti istilah</h2>
        <dl className="facts">
          {glossary.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="section" aria-labelledby="tombol">
        <h2 id="tombol">Tombol papan ketik</h2>
        <dl className="facts">
          {keys.map(({ press, does }) => (
            <div key={press}>
              <dt>{press}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
