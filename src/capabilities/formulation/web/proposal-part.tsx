import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { peopleAsked } from '../../decisions/contract.ts';
import { usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import type { Gate, ShownProposal } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';
import { nameOfPlace, nothingKnown } from './name-of-place.ts';

/** What is on the table: the terms, who signed for which role, and what still stands in the way. */
export function ProposalPart({ gate, proposal }: { gate: Gate; proposal: ShownProposal }) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { terms, proposedBy, at } = proposal;
  return (
    <section className="stack proposal">
      <h3>
        {texts.onTable}: {t.outcomes[terms.outcome].name}
      </h3>
      <p className="small quiet">{texts.proposedBy({ name: names.get(proposedBy) ?? '…', date: formats.date(at) })}</p>
      <p className="prose">{terms.reasons}</p>
      {terms.redirect ? (
        <p className="prose">
          <strong>{t.redirectKinds[terms.redirect.kind]}.</strong> {terms.redirect.text}
        </p>
      ) : null}
      {terms.reviewDate ? <p>{t.lookedAtAgain({ date: formats.date(terms.reviewDate) })}</p> : null}
      {terms.conditions ? (
        <ul>
          {terms.conditions.map(({ text, due, blocks }) => (
            <li key={text}>{texts.conditionLine({ text, due: formats.date(due), blocks: texts.gateNames[blocks] })}</li>
          ))}
        </ul>
      ) : null}
      <Signatures {...{ gate, proposal }} />
      <Obstacles gate={gate} />
    </section>
  );
}

function Signatures({ gate, proposal }: { gate: Gate; proposal: ShownProposal }) {
  const texts = useTexts(gatePageTexts);
  const roles = useRoleNames();
  const isGo = proposal.terms.outcome === 'go' || proposal.terms.outcome === 'conditional_go';
  const asked = isGo ? gate.rule.roles : [];
  const others = proposal.signOffs.map(({ role }) => role).filter((role) => !asked.includes(role));
  const shown = [...new Set([...asked, ...others])];
  if (shown.length === 0) return null;
  return (
    <div>
      <h4>{texts.signatures}</h4>
      <ul className="plain-list evidence">
        {shown.map((role) => {
          const here = proposal.signOffs.filter((signOff) => signOff.role === role);
          const approving = here.filter((signOff) => signOff.isFresh && signOff.verdict === 'approves');
          const people = gate.isAlone ? 1 : peopleAsked(gate.rule, role);
          const isFresh = approving.length >= people;
          return (
            <li key={role} className={`evidence__item${isFresh ? ' evidence__item--done' : ''}`}>
              <span className="evidence__mark" aria-hidden="true">
                {isFresh ? '✓' : '○'}
              </span>
              <div>
                <strong>{roles[role]}</strong>{' '}
                {here.length === 0 ? <span className="quiet">{texts.notSigned}</span> : null}
                {people > 1 ? (
                  <span className="quiet">({texts.signedOf({ signed: approving.length, asked: people })})</span>
                ) : null}
                {here.map((signOff) => (
                  <SignOffLine key={signOff.id} signOff={signOff} />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SignOffLine({ signOff }: { signOff: ShownProposal['signOffs'][number] }) {
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const locale = useLocale();
  const names = usePeopleNames();
  const { userId, onBehalfOf, verdict, meaning, remark, at, isFresh, isExpired, isBeforeWaiver, changedSince } =
    signOff;
  const why = isBeforeWaiver && changedSince.length === 0 ? texts.leftOpenSince : texts.stale;
  const said = { name: names.get(userId) ?? '…', date: formats.date(at) };
  const places = [...new Set(changedSince.map(({ path }) => nameOfPlace(path, nothingKnown, locale)))];
  return (
    <div>
      <p>
        {verdict === 'approves' ? texts.signed({ ...said, meaning }) : texts.objects(said)}
        {onBehalfOf ? `, ${texts.onBehalf({ name: names.get(onBehalfOf) ?? '…' })}` : ''}
      </p>
      {remark ? <p className="prose small">{remark}</p> : null}
      {isFresh ? null : (
        <p className="small note">
          {isExpired ? texts.expired : why}{' '}
          {places.length > 0 ? texts.whatChanged({ places: formats.list(places) }) : ''}
        </p>
      )}
    </div>
  );
}

function Obstacles({ gate }: { gate: Gate }) {
  const texts = useTexts(gatePageTexts);
  if (gate.obstacles.length === 0) return <p>{texts.nothingInTheWay}</p>;
  return (
    <div>
      <h4>{texts.inTheWay}</h4>
      <ul>
        {gate.obstacles.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
