import { Button, TextInput } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';

interface DeclaredPartProps<Answer> {
  words: { title: string; empty: string; add: string };
  /** id of the button that opens the form */
  opener: string;
  isReadOnly: boolean;
  query: UseQueryResult<Answer>;
  /** null until it is opened */
  form: ReactNode;
  open: () => void;
  /** all that there is; null where that is nothing */
  children: (answer: Answer) => ReactNode;
}

/** What people declared of a version, and the form for one more. */
export function DeclaredPart<Answer>(props: DeclaredPartProps<Answer>) {
  const { words, opener, isReadOnly, query, form, open, children } = props;
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      <AwaitQuery query={query} lines={2}>
        {(answer) => children(answer) ?? <p className="quiet">{words.empty}</p>}
      </AwaitQuery>
      {form}
      {form !== null || isReadOnly ? null : (
        <div>
          <Button id={opener} leftSection={<Icon name="plus" />} onClick={open}>
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Takes one of them out of sight. */
export function RemoveDeclared({
  label,
  name,
  remove,
}: {
  label: string;
  name: string;
  remove: () => Promise<unknown>;
}) {
  return (
    <button
      type="button"
      className="button-plain link small"
      onClick={() => void remove().catch((error: Error) => say(error.message))}
    >
      {label}
      <span className="unseen"> {name}</span>
    </button>
  );
}

interface DeclareFormProps {
  words: { add: string; name: string; keep: string; cancel: string };
  id: string;
  first: RefObject<HTMLInputElement | null>;
  name: string;
  setName: (name: string) => void;
  problems: readonly FieldProblem[];
  isSaving: boolean;
  submit: () => void;
  close: () => void;
  children: ReactNode;
}

/** A name, and below it what makes it what it is. */
export function DeclareForm({ words, id, first, name, setName, problems, children, ...rest }: DeclareFormProps) {
  const { isSaving, submit, close } = rest;
  const field = `${id}-name`;
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="stack data-form" noValidate onSubmit={send} aria-label={words.add}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={field}
        label={words.name}
        maxLength={120}
        ref={first}
        value={name}
        error={problems.find((each) => each.field === field)?.message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {words.keep}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
