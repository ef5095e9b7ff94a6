import { indicesOf } from '@/lib/plan/ipm';
import { type ChainYear, completeFigures } from '@/lib/plan/ipm-chain';
import { showIpm } from '@/lib/plan/ipm-notes';
import { showDecimal } from '@/lib/plan/numbers';
import { componentOf, showAmount } from './amounts';

const fourDigits = (index: number) => showDecimal(index.toFixed(4));

/** The formula in plain words, with the region's own figures of the first year that has all four. */
export function Formula({ chain }: { chain: readonly ChainYear[] }) {
  const [first] = chain.flatMap(({ year, figures }) => {
    const values = completeFigures(figures);
    const indices = values && indicesOf(values);
    return values && indices ? [{ year, values, indices }] : [];
  });
  return (
    <section className="section chain-formula" aria-labelledby="rumus">
      <h2 id="rumus">Cara IPM dihitung</h2>
      <p>
        Tiap komponen dibandingkan dengan batas bawah dan batas atas dari BPS. Hasilnya angka dari 0 sampai 1.
        Ketiganya lalu digabung, sehingga yang tertinggal ikut menahan IPM.
      </p>
      {first ? (
        <Steps {...first} />
      ) : (
        <p className="muted">
          Angka keempat komponen belum lengkap di satu tahun pun, jadi contohnya belum ada.
        </p>
      )}
    </section>
  );
}

type Example = {
  year: number;
  values: NonNullable<ReturnType<typeof completeFigures>>;
  indices: NonNullable<ReturnType<typeof indicesOf>>;
};

function Steps({ year, values, indices }: Example) {
  const { health, expected, mean, education, spending } = indices;
  const [uhh, hls, rls] = (['uhh', 'hls', 'rls'] as const).map(key => showAmount(key, values[key]));
  const life = componentOf('uhh');
  const school = componentOf('hls');
  const taught = componentOf('rls');
  const money = componentOf('spending');
  return (
    <>
      <p>Dengan angka tahun {year}:</p>
      <ol>
        <li>
          <strong>Kesehatan {fourDigits(health)}.</strong> Umur harapan hidup: ({uhh} − {life.low}) ÷ (
          {life.high} − {life.low}).
        </li>
        <li>
          <strong>Pendidikan {fourDigits(education)}.</strong> Harapan lama sekolah: {hls} ÷ {school.high} ={' '}
          {fourDigits(expected)}. Rata-rata lama sekolah: {rls} ÷ {taught.high} = {fourDigits(mean)}. Keduanya
          dirata-rata.
        </li>
        <li>
          <strong>Pengeluaran {fourDigits(spending)}.</strong> Rp{showAmount('spending', values.spending)} per
          tahun, antara Rp{showAmount('spending', money.low)} dan Rp{showAmount('spending', money.high)}.
          Dihitung dengan logaritma: tambahan yang sama makin kecil artinya bila pengeluaran sudah tinggi.
        </li>
        <li>
          <strong>IPM {showIpm(100 * Math.cbrt(health * education * spending))}.</strong> Akar pangkat tiga
          dari {fourDigits(health)} × {fourDigits(education)} × {fourDigits(spending)}, dikali 100.
        </li>
      </ol>
    </>
  );
}
