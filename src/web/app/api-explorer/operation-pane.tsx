import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '../../../capabilities/identity/web/index.tsx';
import { addressOf } from '../../kit/api/base-path.ts';
import { CopyField } from '../../kit/copy/copy-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../kit/form/error-summary.tsx';
import { useLocale, useTexts } from '../../kit/language/use-texts.ts';
import { AnswerView } from './answer-view.tsx';
import { BodyInput } from './body-input.tsx';
import { exampleOf } from './example-of.ts';
import type { Operation, Schema } from './open-api.ts';
import { ParameterInput } from './parameter-input.tsx';
import { curlOf, type Filled, findMistakes, requestOf, type WrittenRequest } from './request-of.ts';
import { type Answered, sendRequest } from './send-request.ts';
import { apiTexts } from './texts.ts';

interface OperationPaneProps {
  operation: Operation;
  filled: Filled;
  setFilled: (filled: Filled) => void;
}

const bodyField = 'request-body';
const fieldOf = (name: string) => `parameter-${name}`;
const beginningOf = (schema: Schema | null) => (schema === null ? '' : JSON.stringify(exampleOf(schema), null, 2));

/** One address: what it takes, a form to try it, the answer, and the same for a terminal. */
export function OperationPane({ operation, filled, setFilled }: OperationPaneProps) {
  const t = useTexts(apiTexts);
  const [body, setBody] = useState(() => beginningOf(operation.body));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { answered, isWaiting, send } = useSending();
  const request = requestOf(operation, filled, body);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { missing, notJson } = findMistakes(operation, filled, body);
    const found = [
      ...missing.map((name) => ({ field: fieldOf(name), message: t.missing({ name }) })),
      ...(notJson === null ? [] : [{ field: bodyField, message: t.notJson({ reason: notJson }) }]),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const { version } = await send(request);
    if (version !== null) setFilled({ ...filled, 'If-Match': version });
  };
  return (
    <article className="stack stack--wide">
      <Heading operation={operation} />
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={problems} />
        {operation.parameters.length === 0 && operation.body === null ? <p>{t.nothingToFill}</p> : null}
        {operation.parameters.map((parameter) => (
          <ParameterInput
            key={parameter.name}
            id={fieldOf(parameter.name)}
            parameter={parameter}
            value={filled[parameter.name] ?? ''}
            error={problemOf(fieldOf(parameter.name))}
            change={(value) => setFilled({ ...filled, [parameter.name]: value })}
          />
        ))}
        {operation.body === null ? null : (
          <BodyInput
            id={bodyField}
            schema={operation.body}
            value={body}
            error={problemOf(bodyField)}
            change={setBody}
            again={() => setBody(beginningOf(operation.body))}
          />
        )}
        <div>
          <Button type="submit" variant="filled" loading={isWaiting}>
            {t.send}
          </Button>
        </div>
      </form>
      <AnswerView answered={answered} />
      <Curl operation={operation} request={request} />
    </article>
  );
}

function useSending() {
  const locale = useLocale();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const send = async (request: WrittenRequest): Promise<Answered> => {
    setWaiting(true);
    const answer = await sendRequest(request, locale);
    setAnswered(answer);
    setWaiting(false);
    return answer;
  };
  return { answered, isWaiting, send };
}

function Heading({ operation }: { operation: Operation }) {
  const t = useTexts(apiTexts);
  const { method, path, summary, permission } = operation;
  return (
    <header className="stack stack--tight">
      <p className="small explorer__back">
        <Link to="/api-explorer">{t.toList}</Link>
      </p>
      <h2 className="explorer__title">
        <span className="explorer__method">{method}</span> <code>{path}</code>
      </h2>
      <p lang="en">{summary}</p>
      <p className="small quiet">{permission === 'public' ? t.public : t.permission({ name: permission })}</p>
    </header>
  );
}

function Curl({ operation, request }: { operation: Operation; request: WrittenRequest }) {
  const t = useTexts(apiTexts);
  const isTeam = useMe()?.mode === 'team';
  const needsToken = isTeam && operation.permission !== 'public';
  const origin = new URL(addressOf('/'), window.location.href).href.replace(/\/$/, '');
  const command = curlOf(request, { origin, needsToken });
  return <CopyField label={t.curl} hint={needsToken ? t.curlHint : t.curlFree} text={command} isLong />;
}
