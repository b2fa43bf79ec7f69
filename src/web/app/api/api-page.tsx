import './api.css';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../../kit/api/base-path.ts';
import { refusalFrom } from '../../kit/api/call.ts';
import { useTexts } from '../../kit/language/use-texts.ts';
import { Page } from '../../kit/layout/page.tsx';
import { AwaitQuery } from '../../kit/states/await-query.tsx';
import { type OpenApi, type Operation, operationsOf } from './operations.ts';
import { apiTexts } from './texts.ts';
import { TryOperation } from './try-operation.tsx';

/** Every address of Peil, to read and to try. */
export function ApiPage() {
  const t = useTexts(apiTexts);
  const [text, setText] = useState('');
  const query = useQuery({
    queryKey: ['openApi'],
    queryFn: async () => {
      const response = await fetch(addressOf('/openapi.json'));
      if (!response.ok) throw await refusalFrom(response);
      return operationsOf((await response.json()) as OpenApi);
    },
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <p>
        <a href={addressOf('/openapi.json')}>{t.document}</a>. {t.token}
      </p>
      <TextInput
        label={t.filter}
        description={t.filterHint}
        maw={420}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AwaitQuery query={query} lines={8}>
        {(operations) => <Operations operations={operations.filter(matches(text))} text={text} />}
      </AwaitQuery>
    </Page>
  );
}

function Operations({ operations, text }: { operations: readonly Operation[]; text: string }) {
  const t = useTexts(apiTexts);
  if (operations.length === 0) return <p>{t.none({ text })}</p>;
  return (
    <div>
      {operations.map((operation) => (
        <OperationRow key={operation.id} operation={operation} />
      ))}
    </div>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="operation__method">{operation.method}</span>
        <code>{operation.path}</code>
        <span className="small quiet" lang="en">
          {operation.summary}
        </span>
      </summary>
      {isOpen ? <TryOperation operation={operation} /> : null}
    </details>
  );
}

function matches(text: string): (operation: Operation) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ path, summary, id, method }) => {
    const all = `${method} ${path} ${summary} ${id}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
}
