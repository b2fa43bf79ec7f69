import './decision.css';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Decision } from '../../decisions/contract.ts';
import { usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';

/** A decision as a result in its own right: what, why, what instead, and who stands for it. */
export function DecisionRecord({ decision }: { decision: Decision }) {
  const t = useTexts(decisionTexts);
  const formats = useFormats();
  const { outcome, at, reasons, redirect, reviewDate, lessons, snapshotHash } = decision;
  return (
    <article className={`decision decision--${outcome} stack`}>
      <h3 className="decision__outcome">{t.happened[outcome]({ date: formats.date(at) })}</h3>
      <div>
        <p className="overline">{t.because}</p>
        <p className="prose">{reasons}</p>
      </div>
      {redirect ? (
        <div>
          <p className="overline">{t.instead}</p>
          <p className="prose">
            <strong>{t.redirectKinds[redirect.kind]}.</strong> {redirect.text}
          </p>
        </div>
      ) : null}
      {lessons ? (
        <div>
          <p className="overline">{t.lessons}</p>
          <p className="prose">{lessons}</p>
        </div>
      ) : null}
      {reviewDate ? <p>{t.lookedAtAgain({ date: formats.date(reviewDate) })}</p> : null}
      <People people={decision.people} />
      <p className="small quiet decision__hash">
        {t.sealed}: <code>{snapshotHash.slice(0, 16)}</code>
      </p>
    </article>
  );
}

function People({ people }: Pick<Decision, 'people'>) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const roles = useRoleNames();
  const names = usePeopleNames();
  return (
    <div>
      <p className="overline">{t.decidedBy}</p>
      <ul className="plain-list">
        {people.map(({ userId, name, role, meaning, onBehalfOf }) => (
          <li key={`${userId ?? name}-${role}`}>
            {t.personLine({ name: name ?? names.get(userId ?? '') ?? '…', role: roles[role], meaning })}
            {onBehalfOf === undefined ? '' : ` (${texts.onBehalf({ name: names.get(onBehalfOf) ?? '…' })})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
