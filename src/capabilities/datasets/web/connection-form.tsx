import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type Connection, type SourceKind, writeConnection } from '../contract.ts';
import { type ConnectionDraft, connectionFrom, draftOf, missingFields, takesSecret } from './connection-draft.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { connectionTexts } from './connection-texts.ts';

interface ConnectionFormProps {
  problemId: string;
  sourceId: string;
  sourceKind: SourceKind;
  connection: Connection | null;
  hasSecret: boolean;
  opener: string;
  close: () => void;
}

/** How Peil reaches a source. What is typed as a secret goes to the server and comes back to nobody. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { problemId, sourceId, sourceKind, connection, hasSecret, opener, close } = props;
  const t = useTexts(connectionTexts);
  const id = useId();
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const write = useAsk(writeConnection);
  const [draft, setDraft] = useState(() => draftOf(connection, sourceKind));
  const [secret, setSecret] = useState('');
  const [isForgotten, setForgotten] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<ConnectionDraft>) => setDraft((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemsOf(draft, { id, t });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const told = secretOf({ secret, isForgotten, isTaken: takesSecret(draft) });
    write
      .mutateAsync({ params: { problemId, sourceId }, body: { connection: connectionFrom(draft), ...told } })
      .then(close, (error: Error) => setProblems([{ field: null, message: error.message }]));
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit} aria-label={t.title}>
      <ErrorSummary problems={problems} />
      <ConnectionFields {...{ id, draft, put, problems, first }} />
      {takesSecret(draft) ? (
        <>
          <PasswordInput
            label={t.secret}
            description={hasSecret ? t.secretKept : t.secretNew}
            autoComplete="new-password"
            maxLength={10_000}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
          {hasSecret && secret === '' ? (
            <Checkbox
              label={t.forget}
              checked={isForgotten}
              onChange={(event) => setForgotten(event.currentTarget.checked)}
            />
          ) : null}
        </>
      ) : null}
      <div className="row">
        <Button type="submit" variant="filled" loading={write.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

interface Saying {
  id: string;
  t: (typeof connectionTexts)['en'];
}

function problemsOf(draft: ConnectionDraft, { id, t }: Saying): FieldProblem[] {
  const missing = missingFields(draft).map((field) => ({
    field: `${id}-${field}`,
    message: t.fieldNeeded({ field: t.fields[field] }),
  }));
  const port = draft.port.trim();
  const isPort = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535;
  if (draft.kind !== 'postgres' || port === '' || isPort) return missing;
  return [...missing, { field: `${id}-port`, message: t.portWrong({ given: port }) }];
}

/** Left empty it stays as it is; where none is asked for any more it goes. */
function secretOf(given: { secret: string; isForgotten: boolean; isTaken: boolean }): { secret?: string | null } {
  if (!given.isTaken || (given.secret === '' && given.isForgotten)) return { secret: null };
  return given.secret === '' ? {} : { secret: given.secret };
}
