import { type ChangeEvent, useState } from 'react';
import { Field } from '@/components/ui/field';

type Answer = { ok: boolean; text?: string; message: string };

const silence: Answer = {
  ok: false,
  message: 'Berkas belum terbaca. Periksa jaringan dan besarnya, atau tempel tabelnya.',
};

/** A spreadsheet whose table goes into the text below, to be looked at like a pasted one. */
export function TableFile({ onRead }: { onRead: (text: string) => void }) {
  const [said, setSaid] = useState<Answer | null>(null);

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setSaid({ ok: true, message: 'Membaca berkas…' });
    const answer = await send(file);
    setSaid(answer);
    // The same file may be chosen again once it was set right.
    target.value = '';
    if (answer.text !== undefined) onRead(answer.text);
  }

  return (
    <div className="needs-script">
      <Field
        id="rpjmd-berkas"
        label="Berkas Excel, ODS, atau CSV"
        optional
        hint="Tabelnya masuk ke kotak di bawah. Belum ada yang tersimpan."
        messages={said && !said.ok ? [{ level: 'block', text: said.message }] : []}
      >
        {control => <input {...control} type="file" accept=".xlsx,.xlsm,.ods,.csv,.tsv" onChange={read} />}
      </Field>
      <p role="status">{said?.ok && said.message}</p>
    </div>
  );
}

async function send(file: File): Promise<Answer> {
  try {
    const address = `/kelola/rpjmd/impor/berkas?nama=${encodeURIComponent(file.name)}`;
    const answer = await fetch(address, { method: 'POST', body: file });
    return answer.ok ? await answer.json() : silence;
  } catch {
    return silence;
  }
}
