import './six-facts.css';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readRunFacts, type RunFacts } from '../contract.ts';
import { sayNumber } from './say-value.ts';
import { sixFactsTexts } from './six-facts-texts.ts';

type Fact = RunFacts['facts'][number];
/** More of one fact stands further down the page. */
const shown = 3;

/** The six facts of a run: which are there, which lack, and how each is given. */
export function SixFactsPart({ runId, problemId }: { runId: string; problemId: string | null }) {
  const t = useTexts(sixFactsTexts);
  const query = useAnswer(readRunFacts, { params: { runId } });
  const sayPromotion = usePromotion();
  return (
    <section className="stack stack--tight" aria-labelledby="six-facts">
      <h2 id="six-facts">{t.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {({ facts, obstacles }) => (
          <>
            <p>
              {countLacking(facts) === 0 ? `${t.whole} ` : null}
              {sayPromotion({ facts, obstacles })}
              {obstacles.length === 0 ? null : ` ${t.kept}`}
            </p>
            <ul className="six-facts">
              {facts.map((fact) => (
                <FactItem key={fact.fact} fact={fact} />
              ))}
            </ul>
          </>
        )}
      </AwaitQuery>
      {problemId === null ? null : (
        <p className="small not-printed">
          <Link to="/problems/$problemId/runs/belonging" params={{ problemId }}>
            {t.belonging}
          </Link>
        </p>
      )}
    </section>
  );
}

const countLacking = (facts: readonly Fact[]): number => facts.filter(({ isGiven }) => !isGiven).length;

/** Whether it may be promoted; what lacks stands in the list below, so here it is only counted. */
function usePromotion(): (of: Pick<RunFacts, 'facts' | 'obstacles'>) => string {
  const t = useTexts(sixFactsTexts);
  const formats = useFormats();
  return ({ facts, obstacles }) => {
    if (obstacles.length === 0) return t.mayBe;
    const names = new Set(obstacles.map(({ obstacle }) => obstacle));
    const count = countLacking(facts);
    const reasons = [
      ...(['inInbox', 'deleted'] as const).flatMap((name) => (names.has(name) ? [t.reasons[name]] : [])),
      ...(count > 0 ? [t.reasons.facts({ count })] : []),
    ];
    return t.mayNot({ reasons: formats.list(reasons) });
  };
}

function FactItem({ fact: { fact, isGiven, found, lacks } }: { fact: Fact }) {
  const t = useTexts(sixFactsTexts);
  const sayFound = useFound(fact);
  return (
    <li className="six-facts__fact">
      <span className="six-facts__mark">{isGiven ? <Icon name="check" /> : <span aria-hidden="true">○</span>}</span>
      <span className="six-facts__name">
        {t.facts[fact]} <span className="unseen">{isGiven ? t.isGiven : t.isLacking}</span>
      </span>
      {found.length > 0 ? <span className="small quiet">{sayFound(found)}</span> : null}
      {lacks.map(({ lack, sentence, python }) => (
        <div key={lack} className="small">
          <p>
            {sentence} <span className="quiet">{t.how}</span>
          </p>
          <pre>
            <code>{python}</code>
          </pre>
        </div>
      ))}
    </li>
  );
}

function useFound(fact: Fact['fact']): (found: readonly string[]) => string {
  const t = useTexts(sixFactsTexts);
  const locale = useLocale();
  const formats = useFormats();
  const say = (each: string) => {
    if (fact === 'time') return formats.dateTime(Date.parse(each));
    if (fact === 'result') return each.replace(/(?<= = )[-+.\de]+$/, (value) => sayNumber(Number(value), locale));
    if (fact === 'code' && each === 'clean') return t.clean;
    return fact === 'code' && /^[0-9a-f]{40}$/.test(each) ? each.slice(0, 12) : each;
  };
  return (found) => {
    const first = found.slice(0, shown).map(say);
    const more = found.length - first.length;
    return [...first, ...(more > 0 ? [t.andMore({ count: more })] : [])].join(fact === 'time' ? ' – ' : ', ');
  };
}
