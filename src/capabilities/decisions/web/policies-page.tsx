import './policies.css';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { useMe, usePeopleNames } from '../../identity/web/index.tsx';
import { type Policies, type PolicyVersion, readGatePolicies } from '../contract.ts';
import { useNameOfPolicy } from './name-of-policy.ts';
import { policyTexts } from './policy-texts.ts';

/** Every policy there is, and which of them counts; everybody may read them. */
export function PoliciesPage() {
  const t = useTexts(policyTexts);
  const query = useAnswer(readGatePolicies, {});
  const isAdministrator = useMe()?.organisationRole === 'admin';
  return (
    <Page title={t.title} lead={t.lead}>
      <AwaitQuery query={query}>
        {(policies) => (
          <>
            <InForce policies={policies} />
            <Own versions={policies.versions.filter(({ version }) => version > 0)} />
            <Shipped policies={policies} />
          </>
        )}
      </AwaitQuery>
      {isAdministrator ? null : <p className="small quiet">{t.whoMay}</p>}
    </Page>
  );
}

function InForce({ policies: { versions, inForce } }: { policies: Policies }) {
  const t = useTexts(policyTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const nameOf = useNameOfPolicy();
  const current = versions.find(({ isInForce }) => isInForce);
  if (!current) return null;
  const { version, document } = current;
  const name = nameOf(document.name);
  return (
    <section className="sheet stack stack--tight" aria-labelledby="in-force-title">
      <h2 id="in-force-title">{t.inForce}</h2>
      <p className="lead">
        <Link to="/settings/policies/$policy" params={{ policy: version === 0 ? document.name : String(version) }}>
          {version === 0 ? t.asShipped({ name }) : t.version({ name, version })}
        </Link>
      </p>
      <p className="small quiet">
        {version === 0
          ? t.notChosen
          : t.inForceSince({ date: formats.date(inForce.since), name: names.get(inForce.chosenBy) ?? '…' })}
      </p>
    </section>
  );
}

function Own({ versions }: { versions: readonly PolicyVersion[] }) {
  const t = useTexts(policyTexts);
  return (
    <section className="stack" aria-labelledby="own-title">
      <h2 id="own-title">{t.versions}</h2>
      {versions.length === 0 ? <p className="quiet">{t.noVersions}</p> : null}
      <ul className="plain-list">
        {versions.map((version) => (
          <VersionRow key={version.version} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionRow({ version: { version, document, putBy, at, note, isInForce } }: { version: PolicyVersion }) {
  const t = useTexts(policyTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const nameOf = useNameOfPolicy();
  return (
    <li className="listing stack stack--tight">
      <p>
        <Link to="/settings/policies/$policy" params={{ policy: String(version) }} className="policy__name">
          {t.version({ name: nameOf(document.name), version })}
        </Link>{' '}
        {isInForce ? <span className="policy__mark">{t.inForce}</span> : null}
      </p>
      {note === null ? null : <p className="prose">{note}</p>}
      <p className="small quiet">{t.madeBy({ date: formats.date(at), name: names.get(putBy) ?? '…' })}</p>
    </li>
  );
}

function Shipped({ policies }: { policies: Policies }) {
  const t = useTexts(policyTexts);
  const nameOf = useNameOfPolicy();
  return (
    <section className="stack" aria-labelledby="shipped-title">
      <h2 id="shipped-title">{t.shipped}</h2>
      <ul className="plain-list">
        {policies.shipped.map(({ name }) => (
          <li key={name} className="listing stack stack--tight">
            <Link to="/settings/policies/$policy" params={{ policy: name }} className="policy__name">
              {nameOf(name)}
            </Link>
            <p className="small quiet">{t.shippedAbout[name as keyof typeof t.shippedAbout]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
