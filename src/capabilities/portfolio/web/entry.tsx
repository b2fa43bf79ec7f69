import { Link } from '@tanstack/react-router';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import type { PortfolioEntry } from '../contract.ts';
import { placeOfItem } from './place-of-item.ts';
import { Stake } from './stake.tsx';
import { portfolioTexts } from './texts.ts';

/** One problem of the portfolio. */
export function Entry({ entry }: { entry: PortfolioEntry }) {
  const t = useTexts(portfolioTexts).portfolio;
  const formats = useFormats();
  const ago = useAgo();
  const { problemId, title, stage, createdAt, reviewDate } = entry;
  return (
    <li className="entry">
      <div className="stack stack--tight">
        <Link className="entry__title" to="/problems/$problemId/{-$station}" params={{ problemId }}>
          {title}
        </Link>
        <p className="small quiet">
          {t.stages[stage]}, {t.begun({ age: ago(createdAt) })}
          {reviewDate === null ? null : `, ${t.review({ date: formats.date(reviewDate) })}`}
        </p>
        <HeldUp entry={entry} />
        <Stopped entry={entry} />
        <People people={entry.people} />
      </div>
      <div className="entry__stake">
        <Stake atStake={entry.atStake} />
        <Brings atStake={entry.atStake} />
      </div>
    </li>
  );
}

function HeldUp({ entry: { problemId, stage, blocker } }: { entry: PortfolioEntry }) {
  const t = useTexts(portfolioTexts).portfolio;
  const names = useRoleNames();
  const formats = useFormats();
  if (stage === 'stopped' || stage === 'deferred') return null;
  if (!blocker) return <p className="small">{t.nothing}</p>;
  const { sentence, roles, place } = blocker;
  return (
    <p className="small">
      {t.heldUp}{' '}
      <Link to="/problems/$problemId/{-$station}" {...placeOfItem({ problemId, place })}>
        {sentence}
      </Link>{' '}
      {roles.length === 0 ? null : (
        <span className="quiet">
          {t.asks({ roles: formats.list(roles.map((role) => names[role].toLocaleLowerCase())) })}
        </span>
      )}
    </p>
  );
}

/** A no-go is a good result too: why, where it is sought instead, and what others can learn. */
function Stopped({ entry: { stage, lastDecision } }: { entry: PortfolioEntry }) {
  const t = useTexts(portfolioTexts).portfolio;
  if (lastDecision === null || (stage !== 'stopped' && stage !== 'deferred')) return null;
  const { reasons, redirect, lessons } = lastDecision;
  return (
    <div className="small entry__decision stack stack--tight">
      <p>{reasons}</p>
      {redirect ? <p>{t.redirect({ text: redirect.text })}</p> : null}
      {lessons ? <p>{t.lessons({ text: lessons })}</p> : null}
    </div>
  );
}

function People({ people }: Pick<PortfolioEntry, 'people'>) {
  const t = useTexts(portfolioTexts).portfolio;
  const names = useRoleNames();
  const formats = useFormats();
  if (people.length === 0) return null;
  const said = people.map(
    ({ name, roles }) => `${name} (${roles.map((role) => names[role].toLocaleLowerCase()).join(', ')})`,
  );
  return <p className="small quiet">{t.people({ people: formats.list(said) })}</p>;
}

function Brings({ atStake }: Pick<PortfolioEntry, 'atStake'>) {
  const t = useTexts(portfolioTexts).portfolio;
  const formats = useFormats();
  if (!atStake?.brings) return null;
  const { low, high, performance } = atStake.brings;
  const money = (amount: string) => formats.moneyShort(amount, atStake.currency);
  const amount = low === high ? money(low) : t.between({ low: money(low), high: money(high) });
  return <p className="small quiet">{t.brings[performance]({ amount })}</p>;
}
