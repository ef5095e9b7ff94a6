import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { StepForm } from './step-form';

type Props = { action: Parameters<typeof StepForm>[0]['action']; person: string };

/** A file to be looked through; nothing is written by uploading it. */
export function Upload({ action, person }: Props) {
  return (
    <StepForm action={action} address="/impor" person={person} className="deed" busy="Membaca berkas…">
      <Field
        id="berkas"
        label="Berkas lembar kerja"
        hint="Excel (xlsx), CSV, atau OpenDocument (ods), paling besar 5 MB."
      >
        {control => (
          <input
            {...control}
            type="file"
            name="berkas"
            required
            accept=".xlsx,.csv,.ods,.tsv,text/csv,application/vnd.oasis.opendocument.spreadsheet,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
        )}
      </Field>
      <div className="actions">
        <Button icon="upload">Periksa berkas</Button>
      </div>
    </StepForm>
  );
}
