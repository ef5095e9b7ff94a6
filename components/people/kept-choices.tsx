'use client';

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { showClock } from '@/components/ui/moment';
import { Attempt } from '@/lib/live/ask';

type Answer = { ok?: boolean; message?: string; field?: string };

type Props = {
  /** Where the form stands, for whoever has no script. */
  address: string;
  action: (state: Answer, form: FormData) => Promise<unknown>;
  hidden: Record<string, string>;
  button: string;
  /** What all that is shown may be given to at once. */
  all?: readonly { value: string; label: string }[];
  /** What is proposed, by name of the choice; taken together with one press. */
  proposed?: Readonly<Record<string, string>>;
  /** Radios named "pilih-…", each with a hidden "was-…" that says what stood when the page was drawn. */
  children: ReactNode;
};

const silence: Answer = {
  ok: false,
  message: 'Belum terkirim: jaringan atau server tidak menjawab. Pilihan Anda tetap di layar ini.',
};

const radiosOf = (form: HTMLFormElement | null) => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
];
const nameOf = ({ name }: HTMLInputElement) => name.slice('pilih-'.length);

/** A form whose choices are kept one by one as they are made; nothing is lost by leaving it half done. */
export function KeptChoices({ address, action, hidden, button, all = [], proposed = {}, children }: Props) {
  const [plain, submit] = useActionState(
    action as (state: Answer, form: FormData) => Promise<Answer>,
    {},
    address,
  );
  const [answered, setAnswered] = useState<(Answer & { at: string }) | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef(new Set<string>());
  const isSending = useRef(false);
  const attempt = useRef(new Attempt());
  const state = answered ?? plain;
  const proposals = Object.keys(proposed).length;

  async function send() {
    const all = form.current;
    if (isSending.current || !all || waiting.current.size === 0) return;
    isSending.current = true;
    const names = [...waiting.current];
    const typed = new FormData(all);
    const data = new FormData();
    for (const name of Object.keys(hidden)) data.set(name, hidden[name] ?? '');
    for (const name of names) {
      data.set(`was-${name}`, String(typed.get(`was-${name}`) ?? ''));
      data.set(`pilih-${name}`, String(typed.get(`pilih-${name}`) ?? ''));
    }
    data.set('mutationId', attempt.current.keyFor([...data].filter(([name]) => name !== 'mutationId')));
    const answer = ((await action({}, data).catch(() => null)) ?? silence) as Answer;
    isSending.current = false;
    if (answer.ok) {
      attempt.current.forget();
      for (const name of names) {
        const kept = String(data.get(`pilih-${name}`));
        for (const seen of all.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(`was-${name}`)}"]`))
          seen.value = kept;
        // Chosen anew while it was under way, it goes once more.
        if (String(new FormData(all).get(`pilih-${name}`)) === kept) waiting.current.delete(name);
      }
    }
    startTransition(() => setAnswered({ ...answer, at: showClock(new Date().toISOString()) }));
    if (answer.ok) void send();
  }
  const sendRef = useRef(send);
  sendRef.current = send;

  useEffect(() => {
    const again = () => void sendRef.current();
    // Chosen before this script was there: nobody heard it.
    for (const radio of radiosOf(form.current))
      if (radio.checked && !radio.defaultChecked) waiting.current.add(nameOf(radio));
    again();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  function choose({ target }: FormEvent<HTMLFormElement>) {
    const name = /^pilih-(.+)$/.exec((target as unknown as HTMLInputElement).name)?.[1];
    if (name === undefined) return;
    waiting.current.add(name);
    void send();
  }

  /** Chooses several at once, as if each had been pressed. */
  function chooseMany(wanted: (name: string) => string | undefined) {
    for (const radio of radiosOf(form.current)) {
      const name = nameOf(radio);
      if (radio.value !== wanted(name) || radio.checked) continue;
      radio.checked = true;
      waiting.current.add(name);
    }
    if (waiting.current.size > 0) void send();
  }

  function sendAll(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const seen = new FormData(event.currentTarget);
    for (const radio of radiosOf(form.current))
      if (radio.checked && seen.get(`was-${nameOf(radio)}`) !== radio.value)
        waiting.current.add(nameOf(radio));
    if (waiting.current.size > 0) void send();
    else setAnswered({ ok: true, message: 'Semua pilihan sudah tersimpan.', at: '' });
  }

  return (
    <form ref={form} action={submit} onChange={choose} onSubmit={sendAll} className="deed kept-choices">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(all.length > 0 || proposals > 0) && (
        <div className="actions choose-many">
          {proposals > 0 && (
            <Button kind="second" type="button" onClick={() => chooseMany(name => proposed[name])}>
              Pakai {proposals} usulan
            </Button>
          )}
          {all.map(({ value, label }) => (
            <Button
              key={value}
              kind="second"
              name="semua"
              value={value}
              onClick={event => {
                event.preventDefault();
                chooseMany(() => value);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {children}
      <div className="actions kept-bar">
        <Button kind="second">{button}</Button>
        <div role="status">
          {state.message && (
            <CheckMessage level={state.ok ? 'hint' : 'block'} word="">
              {state.message}
              {answered?.ok && answered.at && ` Pukul ${answered.at}.`}
            </CheckMessage>
          )}
        </div>
      </div>
    </form>
  );
}
