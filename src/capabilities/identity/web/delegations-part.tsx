import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { delegateEverything, delegateRole, listDelegations, listOwnDelegations } from '../contract.ts';
import type { ProblemRole } from '../permissions.ts';
import { DelegationForm } from './delegation-form.tsx';
import { DelegationList, inForce } from './delegation-list.tsx';
import { signingTexts } from './signing-texts.ts';

/** In one problem: who signs for whom, and letting somebody sign in one's own role. */
export function ProblemDelegations({ problemId, mine }: { problemId: string; mine: readonly ProblemRole[] }) {
  const t = useTexts(signingTexts).delegation;
  const today = useToday();
  const query = useAnswer(listDelegations, { params: { problemId } });
  const delegate = useAsk(delegateRole);
  const [isGiving, setGiving] = useState(false);
  const opener = 'delegate-role';
  return (
    <section className="stack delegations" aria-labelledby="delegations-title">
      <h4 id="delegations-title">{t.title}</h4>
      <AwaitQuery query={query} lines={1}>
        {({ delegations }) => {
          const shown = inForce(delegations, today);
          return shown.length === 0 ? <p className="quiet">{t.none}</p> : <DelegationList delegations={shown} />;
        }}
      </AwaitQuery>
      {isGiving ? (
        <DelegationForm
          roles={mine}
          opener={opener}
          send={(body) => delegate.mutateAsync({ params: { problemId }, body })}
          close={() => setGiving(false)}
        />
      ) : mine.length > 0 ? (
        <div>
          <Button id={opener} onClick={() => setGiving(true)}>
            {t.give}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** In the profile: who signs for one, and for whom one signs, in every problem. */
export function OwnDelegations() {
  const t = useTexts(signingTexts).delegation;
  const today = useToday();
  const query = useAnswer(listOwnDelegations, {});
  const delegate = useAsk(delegateEverything);
  const [isGiving, setGiving] = useState(false);
  const opener = 'delegate-everything';
  return (
    <section className="stack" aria-labelledby="own-delegations-title">
      <h2 id="own-delegations-title">{t.accountTitle}</h2>
      <p className="quiet">{t.accountLead}</p>
      <AwaitQuery query={query} lines={1}>
        {({ delegations }) => {
          const shown = inForce(delegations, today);
          return shown.length === 0 ? <p>{t.accountNone}</p> : <DelegationList delegations={shown} />;
        }}
      </AwaitQuery>
      {isGiving ? (
        <DelegationForm
          roles={[]}
          opener={opener}
          send={({ role: _, ...body }) => delegate.mutateAsync({ body })}
          close={() => setGiving(false)}
        />
      ) : (
        <div>
          <Button id={opener} onClick={() => setGiving(true)}>
            {t.giveEverywhere}
          </Button>
        </div>
      )}
    </section>
  );
}
