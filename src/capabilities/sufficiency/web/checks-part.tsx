import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { CheckVerdict, JudgedCheck, RequirementSufficiency } from '../contract.ts';
import { CheckRow } from './check-row.tsx';
import { sufficiencyPageTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Judged = NonNullable<RequirementSufficiency['judged']>;

interface ChecksPartProps {
  place: { problemId: string; dataRequirementId: string };
  judged: Judged;
  mayAnswer: boolean;
}

const worstFirst: readonly CheckVerdict[] = ['fail', 'warn', 'not_assessed', 'pass'];

/** What asks something of the expert stands open; what nobody could assess and what is good are one press away. */
export function ChecksPart({ place, judged, mayAnswer }: ChecksPartProps) {
  const t = useTexts(sufficiencyPageTexts);
  const of = (...verdicts: CheckVerdict[]) => judged.checks.filter(({ verdict }) => verdicts.includes(verdict));
  const listed = (checks: readonly JudgedCheck[]) => (
    <ul className="plain-list">
      {checks.map((check) => (
        <CheckRow key={check.check} {...{ place, check, mayAnswer, judged }} />
      ))}
    </ul>
  );
  const [asked, blind, good] = [of('fail', 'warn'), of('not_assessed'), of('pass')];
  return (
    <div className="stack stack--tight">
      <Counts judged={judged} />
      {asked.length > 0 ? listed(asked) : null}
      {blind.length > 0 ? (
        <details>
          <summary>{t.blind({ count: blind.length })}</summary>
          {listed(blind)}
        </details>
      ) : null}
      {good.length > 0 ? (
        <details>
          <summary>{t.good({ count: good.length })}</summary>
          {listed(good)}
        </details>
      ) : null}
    </div>
  );
}

function Counts({ judged: { checks } }: { judged: Judged }) {
  const t = useTexts(sufficiencyPageTexts);
  const counted = worstFirst.map((verdict) => ({
    verdict,
    count: checks.filter((each) => each.verdict === verdict).length,
  }));
  return (
    <ul className="plain-list row sufficiency__counts">
      {counted
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => (
          <li key={verdict} className="sufficiency__count">
            <VerdictMark verdict={verdict} />
            {count} {t.marks[verdict]}
          </li>
        ))}
    </ul>
  );
}
