import './policies.css';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useMe, usePeopleNames } from '../../identity/web/index.tsx';
import {
  choosePolicyInForce,
  type Policies,
  type PolicyVersion,
  putGatePolicy,
  readGatePolicies,
  readPolicyUses,
} from '../contract.ts';
import { DifferencesList } from './differences-list.tsx';
import { findPolicyBy, type FoundPolicy } from './find-policy.ts';
import { useNameOfPolicy } from './name-of-policy.ts';
import { PolicyRules } from './policy-rules.tsx';
import { policyTexts } from './policy-texts.ts';

/** One policy in sentences: what it asks, where it came from, and what was decided under it. */
export function PolicyPage() {
  const { policy = '' } = useParams({ strict: false });
  const query = useAnswer(readGatePolicies, {});
  return (
    <AwaitQuery query={query}>
      {(policies) => {
        const found = findPolicyBy(policies, policy);
        return found ? <Shown found={found} policies={policies} asked={policy} /> : <Unknown />;
      }}
    </AwaitQuery>
  );
}

function Back() {
  const t = useTexts(policyTexts);
  return (
    <p className="small">
      <Link to="/settings/policies">{t.back}</Link>
    </p>
  );
}

function Unknown() {
  const t = useTexts(policyTexts);
  return (
    <Page title={t.notFound} lead={t.notFoundBody} above={<Back />}>
      {null}
    </Page>
  );
}

function Shown({ found, policies, asked }: { found: FoundPolicy; policies: Policies; asked: string }) {
  const t = useTexts(policyTexts);
  const nameOf = useNameOfPolicy();
  const isAdministrator = useMe()?.organisationRole === 'admin';
  const { document, version } = found;
  const name = nameOf(document.name);
  const isOwn = version !== null && version.version > 0;
  return (
    <Page
      title={isOwn ? t.version({ name, version: version.version }) : t.asShipped({ name })}
      above={<Back />}
      width="reading"
      action={isAdministrator ? <MakeFrom asked={asked} /> : null}
    >
      {isOwn ? <About version={version} /> : null}
      {isAdministrator && version?.isInForce !== true ? <Choose found={found} /> : null}
      <PolicyRules document={document} />
      {isOwn ? <Changed version={version} policies={policies} /> : null}
      {version ? <Uses version={version.version} /> : null}
    </Page>
  );
}

function MakeFrom({ asked }: { asked: string }) {
  const t = useTexts(policyTexts);
  return (
    <Button
      variant="filled"
      renderRoot={(props) => <Link to="/settings/policies/new" search={{ from: asked }} {...props} />}
    >
      {t.makeFrom}
    </Button>
  );
}

function About({ version: { putBy, at, note, isInForce } }: { version: PolicyVersion }) {
  const t = useTexts(policyTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  return (
    <div className="stack stack--tight">
      <p className="quiet">
        {isInForce ? <span className="policy__mark">{t.inForce}</span> : null}{' '}
        {t.madeBy({ date: formats.date(at), name: names.get(putBy) ?? '…' })}
      </p>
      {note === null ? null : (
        <div>
          <p className="overline">{t.why}</p>
          <p className="prose">{note}</p>
        </div>
      )}
    </div>
  );
}

/** What came with Peil becomes a version of this organisation when it is chosen. */
function Choose({ found: { document, version } }: { found: FoundPolicy }) {
  const t = useTexts(policyTexts);
  const choose = useAsk(choosePolicyInForce);
  const put = useAsk(putGatePolicy);
  const go = () => {
    const asking =
      version && version.version > 0
        ? choose.mutateAsync({ body: { version: version.version } })
        : put.mutateAsync({ body: document });
    void asking.then(
      () => say(t.chosen),
      (error: Error) => say(error.message),
    );
  };
  return (
    <div>
      <Button loading={choose.isPending || put.isPending} onClick={go}>
        {t.choose}
      </Button>
    </div>
  );
}

function Changed({ version, policies }: { version: PolicyVersion; policies: Policies }) {
  const t = useTexts(policyTexts);
  const { basedOn } = version;
  const before = policies.versions.find((each) => each.version === basedOn);
  if (basedOn === null || basedOn === 0 || !before) return null;
  return (
    <section className="stack" aria-labelledby="changed-title">
      <h2 id="changed-title">{t.changedFrom({ version: basedOn })}</h2>
      <DifferencesList before={before.document} after={version.document} />
    </section>
  );
}

function Uses({ version }: { version: number }) {
  const t = useTexts(policyTexts).uses;
  const formats = useFormats();
  const query = useAnswer(readPolicyUses, { params: { version } });
  return (
    <section className="stack" aria-labelledby="uses-title">
      <h2 id="uses-title">{t.title}</h2>
      <AwaitQuery query={query} lines={2}>
        {({ decisions, proposals }) => {
          const rows = [
            ...proposals.map(({ id, problemId, title, gate, at }) => {
              const words = t.proposal({ gate: gate.toUpperCase(), date: formats.date(at) });
              return { id, problemId, title, words };
            }),
            ...decisions.map(({ id, problemId, title, gate, outcome, at }) => {
              const words = t.decision({
                gate: gate.toUpperCase(),
                outcome: t.outcomes[outcome],
                date: formats.date(at),
              });
              return { id, problemId, title, words };
            }),
          ];
          if (rows.length === 0) return <p className="quiet">{t.none}</p>;
          return (
            <ul className="plain-list">
              {rows.map(({ id, problemId, title, words }) => (
                <li key={id} className="listing">
                  <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'decision' }}>
                    {title}
                  </Link>{' '}
                  <span className="quiet">{words}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </AwaitQuery>
    </section>
  );
}
