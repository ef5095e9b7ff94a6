'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/access/action';
import { answerForm, applyForm, fileLimit, forgetForm, readingForm, uploadForm } from './schema';
import { answerImport, applyImport, forgetImport, openImport, setReading } from './write';

export const uploadAction = action(uploadForm, async (actor, { berkas }) => {
  // Nothing larger is read into memory only to be refused.
  const bytes =
    berkas.size > fileLimit ? new Uint8Array(fileLimit + 1) : new Uint8Array(await berkas.arrayBuffer());
  const opened = await openImport(actor, { name: berkas.name, bytes });
  if (opened.ok) redirect(`/impor/${opened.id}`);
  return opened;
});

export const readingAction = action(readingForm, async (actor, form) => {
  const done = await setReading(actor, form);
  refresh();
  return done;
});

export const answerAction = action(answerForm, async (actor, form) => {
  const done = await answerImport(actor, form);
  refresh();
  return done;
});

export const applyAction = action(applyForm, async (actor, form) => {
  const done = await applyImport(actor, form);
  refresh();
  return done;
});

export const forgetAction = action(forgetForm, async (actor, { id }) => {
  const done = await forgetImport(actor, id);
  if (done.ok) redirect('/impor');
  return done;
});
