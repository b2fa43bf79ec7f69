import { Link } from '@tanstack/react-router';
import { Icon } from '../../../web/kit/icons.tsx';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { AtStake, ProblemSummary } from '../contract.ts';
import { problemTexts } from './problem-texts.ts';
import { SmallThread } from './small-thread.tsx';

export function ProblemRow({ problem }: { problem: ProblemSummary }) {
  const t = useTexts(problemTexts).list;
  const ago = useAgo();
  const { id, title, lastDecision, openItems, stations, createdAt, isPrivate } = problem;
  const isDecided = lastDecision !== null && lastDecision.outcome !== 'reopen' && problem.phase !== 'formulation';
  return (
    <li className="problem">
      <div className="stack stack--tight">
        <div className="row">
          <Link className="problem__title" to="/problems/$problemId/{-$station}" params={{ problemId: id }}>
            {title}
          </Link>
          {isPrivate ? (
            <span className="small quiet row" title={t.private}>
              <Icon name="lock" size={14} /> {t.private}
            </span>
          ) : null}
        </div>
        <p className="small quiet">
          {isDecided ? t.decided[lastDecision.outcome] : t.open({ count: openItems })} {t.age({ age: ago(createdAt) })}
        </p>
      </div>
      <SmallThread stations={stations} />
      <Stake atStake={problem.atStake} />
    </li>
  );
}

function Stake({ atStake }: { atStake: AtStake | null }) {
  const t = useTexts(problemTexts).list;
  const formats = useFormats();
  if (!atStake) return <p className="problem__stake small quiet">{t.notPriced}</p>;
  return (
    <div className="problem__stake">
      <div className="problem__amount">{formats.moneyShort(atStake.amount, atStake.currency)}</div>
      <div className="small quiet">{atStake.basis === 'cost_today' ? t.costToday : t.ceiling}</div>
    </div>
  );
}
