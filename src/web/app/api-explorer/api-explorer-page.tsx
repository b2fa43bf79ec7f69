import './api-explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../kit/api/base-path.ts';
import { refusalFrom } from '../../kit/api/call.ts';
import { useTexts } from '../../kit/language/use-texts.ts';
import { Page } from '../../kit/layout/page.tsx';
import { AwaitQuery } from '../../kit/states/await-query.tsx';
import { type OpenApi, type Operation, operationsOf } from './open-api.ts';
import { OperationList } from './operation-list.tsx';
import { OperationPane } from './operation-pane.tsx';
import type { Filled } from './request-of.ts';
import { apiTexts } from './texts.ts';
import { inlineSchemas } from '../../../platform/endpoint/inline-schemas.ts';

const from = '/api-explorer';

/** Every address of Peil, to read and to try. */
export function ApiExplorerPage() {
  const t = useTexts(apiTexts);
  const query = useQuery({ queryKey: ['openApi', {}], queryFn: fetchOperations, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Page title={t.title} lead={t.lead}>
      <p>
        <a href={addressOf('/openapi.json')}>{t.document}</a>. {t.token} <Link to="/tokens/new">{t.toTokens}</Link>.
      </p>
      <AwaitQuery query={query} lines={8}>
        {(operations) => <Explorer operations={operations} />}
      </AwaitQuery>
    </Page>
  );
}

async function fetchOperations(): Promise<Operation[]> {
  const response = await fetch(addressOf('/openapi.json'));
  if (!response.ok) throw await refusalFrom(response);
  return operationsOf(inlineSchemas((await response.json()) as OpenApi));
}

function Explorer({ operations }: { operations: readonly Operation[] }) {
  const t = useTexts(apiTexts);
  const { operation: id } = useSearch({ from });
  const navigate = useNavigate();
  // What was filled in for one address is offered for the next: mostly the same problem is meant.
  const [filled, setFilled] = useState<Filled>({});
  const operation = operations.find((each) => each.id === id);
  const open = (wanted: Operation) => void navigate({ to: from, search: { operation: wanted.id } });
  return (
    <div className={id === undefined ? 'explorer' : 'explorer explorer--chosen'}>
      <OperationList operations={operations} chosen={id} open={open} />
      <div className="explorer__pane">
        {operation ? (
          <OperationPane key={operation.id} {...{ operation, filled, setFilled }} />
        ) : (
          <div className="stack">
            <h2>{t.chooseTitle}</h2>
            <p className="quiet">{id === undefined ? t.chooseBody : t.unknown({ id })}</p>
          </div>
        )}
      </div>
    </div>
  );
}
