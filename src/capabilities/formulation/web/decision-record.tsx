import './decision.css';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Decision } from '../../decisions/contract.ts';
import { sayReason } from '../contract.ts';
import { usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import { decisionTexts } from './decision-texts.ts';
import { EraseDecisionName } from './erase-decision-name.tsx';
import { gatePageTexts } from './gate-page-texts.ts';

/** A decision as a result in its own right: what, why, what instead, and who stands for it. */
export function DecisionRecord({ decision, problemId }: { decision: Decision; problemId: string }) {
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
      <People {...{ decision, problemId }} />
      <Objections signOffs={decision.signOffs} />
      <Waivers waivers={decision.waivers} />
      <p className="small quiet decision__hash">
        {t.sealed}: <code>{snapshotHash.slice(0, 16)}</code>
      </p>
    </article>
  );
}

/** Each name with its day, where that was before the decision, and what was said with it. */
function People({ decision: { id, people, signOffs, at }, problemId }: { decision: Decision; problemId: string }) {
  const t = useTexts(decisionTexts);
  const formats = useFormats();
  const roles = useRoleNames();
  const names = usePeopleNames();
  const behalf = useBehalf();
  const remarkOf = (person: Decision['people'][number]) =>
    signOffs.find((each) => each.userId === person.userId && each.role === person.role && each.at === person.at)
      ?.remark ?? '';
  return (
    <div>
      <p className="overline">{t.decidedBy}</p>
      <ul className="plain-list">
        {people.map((person, position) => {
          const { userId, name, role, meaning, onBehalfOf = null } = person;
          const remark = remarkOf(person);
          const shownName = name ?? (userId === undefined ? t.erase.erased : (names.get(userId) ?? '…'));
          return (
            <li key={`${userId ?? position}-${role}-${meaning}`}>
              {t.personLine({ name: shownName, role: roles[role], meaning })}
              {behalf(onBehalfOf)}
              {person.at === undefined || person.at === at ? '' : `, ${formats.date(person.at)}`}
              {remark === '' ? null : <span className="small quiet prose decision__remark">{remark}</span>}
              {name === undefined ? null : (
                <>
                  {' '}
                  <EraseDecisionName {...{ problemId, position, name }} decisionId={id} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** An objection did not become an approval because others decided: it stands with its remark. */
function Objections({ signOffs }: Pick<Decision, 'signOffs'>) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const roles = useRoleNames();
  const names = usePeopleNames();
  const behalf = useBehalf();
  const objecting = signOffs.filter(({ verdict }) => verdict === 'objects');
  if (objecting.length === 0) return null;
  return (
    <div>
      <p className="overline">{t.objected}</p>
      <ul className="plain-list">
        {objecting.map(({ id, userId, onBehalfOf, role, at, remark }) => (
          <li key={id}>
            {t.personLine({
              name: names.get(userId) ?? '…',
              role: roles[role],
              meaning: texts.objectedOn({ date: formats.date(at) }),
            })}
            {behalf(onBehalfOf)}
            <span className="small quiet prose decision__remark">{remark}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waivers({ waivers }: Pick<Decision, 'waivers'>) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const locale = useLocale();
  const names = usePeopleNames();
  const formats = useFormats();
  const behalf = useBehalf();
  if (waivers.length === 0) return null;
  return (
    <div>
      <p className="overline">{t.leftOpen}</p>
      <ul className="plain-list">
        {waivers.map(({ item, said, reason, waivedBy, onBehalfOf, at }) => (
          <li key={item}>
            {said[locale]}
            <span className="small quiet prose decision__remark">
              {texts.waivedOn({
                name: `${names.get(waivedBy) ?? '…'}${behalf(onBehalfOf)}`,
                date: formats.date(at),
                reason: sayReason(reason, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useBehalf(): (onBehalfOf: string | null) => string {
  const texts = useTexts(gatePageTexts);
  const names = usePeopleNames();
  return (onBehalfOf) => (onBehalfOf === null ? '' : ` (${texts.onBehalf({ name: names.get(onBehalfOf) ?? '…' })})`);
}
