import type { ReactNode } from 'react';
import { type CheckLevel, CheckMessage } from './check-message';

export type FieldMessage = { level: CheckLevel; text: ReactNode; below?: ReactNode };

/** Spread onto the input, select or textarea. */
export type ControlProps = {
  id: string;
  className: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

export type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** Beside the label: an explanation, a way to comment. */
  tools?: ReactNode;
  /** Above the control: what others said about it. */
  notes?: ReactNode;
  messages?: FieldMessage[];
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint, control, messages; what describes the control is wired by ids derived from its own. */
export function Field({ id, label, hint, optional, tools, notes, messages = [], children }: FieldProps) {
  return (
    <div className="field">
      <div className="label-line">
        <label className="label" htmlFor={id}>
          {label}
          {optional && <span className="optional"> (boleh kosong)</span>}
        </label>
        {tools}
      </div>
      {hint && (
        <p className="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      {notes}
      {children(controlProps(id, Boolean(hint), messages))}
      <Messages id={id} messages={messages} />
    </div>
  );
}

export type FieldSetProps = Omit<FieldProps, 'children' | 'label' | 'optional'> & {
  legend: ReactNode;
  children: ReactNode;
};

/** The same for a group of radios or boxes: put them in a `.choice`. */
export function FieldSet({ id, legend, hint, tools, notes, messages = [], children }: FieldSetProps) {
  const control = controlProps(id, Boolean(hint), messages);
  return (
    <fieldset className="field" id={id} aria-describedby={control['aria-describedby']}>
      <legend className="label">{legend}</legend>
      {tools && <div className="label-line">{tools}</div>}
      {hint && (
        <p className="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      {notes}
      {children}
      <Messages id={id} messages={messages} />
    </fieldset>
  );
}

function Messages({ id, messages }: { id: string; messages: FieldMessage[] }) {
  return messages.map((message, place) => (
    <CheckMessage
      key={messageId(id, place)}
      id={messageId(id, place)}
      level={message.level}
      below={message.below}
    >
      {message.text}
    </CheckMessage>
  ));
}

export function controlProps(id: string, hasHint: boolean, messages: { level: CheckLevel }[]): ControlProps {
  const described = [...(hasHint ? [hintId(id)] : []), ...messages.map((_, place) => messageId(id, place))];
  const levels = messages.map(message => message.level);
  const mark = levels.includes('block') ? ' is-error' : levels.includes('warn') ? ' is-warning' : '';
  return {
    id,
    className: `input${mark}`,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': levels.includes('block') || undefined,
  };
}

const hintId = (id: string) => `${id}-hint`;
const messageId = (id: string, place: number) => `${id}-check-${place}`;
