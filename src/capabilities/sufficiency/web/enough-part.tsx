import './sufficiency.css';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readSufficiency, type RequirementSufficiency, type Sufficiency } from '../contract.ts';
import { sufficiencyPageTexts } from './texts.ts';

interface EnoughPartProps {
  problemId: string;
  /** the field asked for by the address, where a link of the gate went to one */
  field: string | undefined;
}

/** At the station of the data: whether it is enough, thing by thing, and the way to the checks. */
export function EnoughPart({ problemId, field }: EnoughPartProps) {
  const t = useTexts(sufficiencyPageTexts);
  const sufficiency = useAnswer(readSufficiency, { params: { problemId } });
  return (
    <section className="stack stack--tight" aria-labelledby="enough-title">
      <h3 id="enough-title">{t.title}</h3>
      <AwaitQuery query={sufficiency} lines={3}>
        {(shown) => <Shown {...{ problemId, field }} sufficiency={shown} />}
      </AwaitQuery>
    </section>
  );
}

function Shown({ problemId, field, sufficiency }: EnoughPartProps & { sufficiency: Sufficiency }) {
  const t = useTexts(sufficiencyPageTexts);
  const { sentence, requirements } = sufficiency;
  return (
    <>
      <p>{sentence}</p>
      <ul className="plain-list">
        {requirements.map((requirement) => (
          <Line key={requirement.dataRequirementId} {...{ problemId, field, requirement }} />
        ))}
      </ul>
      <p>
        <Link to="/problems/$problemId/data/sufficiency" params={{ problemId }}>
          {t.toChecks}
        </Link>
      </p>
    </>
  );
}

function Line({ problemId, field, requirement }: EnoughPartProps & { requirement: RequirementSufficiency }) {
  const t = useTexts(sufficiencyPageTexts);
  const { dataRequirementId, what, judged } = requirement;
  const link = useRef<HTMLAnchorElement>(null);
  const isAskedFor = field === `sufficiency-${dataRequirementId}`;
  useEffect(() => {
    if (isAskedFor) link.current?.focus();
  }, [isAskedFor]);
  const count = judged?.checks.filter(({ isUnanswered }) => isUnanswered).length ?? 0;
  return (
    <li className="listing">
      <Link
        ref={link}
        to="/problems/$problemId/data/sufficiency"
        params={{ problemId }}
        hash={`field-sufficiency-${dataRequirementId}`}
      >
        {what}
      </Link>
      : {t.verdicts[judged?.verdict ?? 'none']}
      {judged?.isStale ? <span className="quiet"> {t.stale}</span> : null}
      {count > 0 ? <span className="quiet"> {t.unanswered({ count })}</span> : null}
    </li>
  );
}
