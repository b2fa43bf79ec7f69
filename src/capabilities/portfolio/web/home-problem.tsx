import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import type { WorkItem } from '../contract.ts';
import { placeOfItem } from './place-of-item.ts';
import { Stake } from './stake.tsx';
import { portfolioTexts } from './texts.ts';

interface HomeProblemProps {
  items: readonly WorkItem[];
  isAlone: boolean;
}

/** What one problem asks of somebody, each as a sentence that leads to where it is done. */
export function HomeProblem({ items, isAlone }: HomeProblemProps) {
  const t = useTexts(portfolioTexts);
  const id = useId();
  const [first] = items;
  if (!first) return null;
  const { problemId, problemTitle, stage, atStake } = first;
  return (
    <section className="waiting" aria-labelledby={id}>
      <div className="waiting__head">
        <div>
          <h2 id={id} className="waiting__title">
            <Link to="/problems/$problemId/{-$station}" params={{ problemId }}>
              {problemTitle}
            </Link>
          </h2>
          <p className="small quiet">{t.portfolio.stages[stage]}</p>
        </div>
        <Stake atStake={atStake} />
      </div>
      <ul className="plain-list">
        {items.map((item) => (
          <Item key={item.id} item={item} isAlone={isAlone} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, isAlone }: { item: WorkItem; isAlone: boolean }) {
  const t = useTexts(portfolioTexts).home;
  const names = useRoleNames();
  const formats = useFormats();
  const ago = useAgo();
  const since = ago(item.since);
  const as =
    item.roles.length === 0 ? t.byName : formats.list(item.roles.map((role) => names[role].toLocaleLowerCase()));
  return (
    <li className="waiting__item">
      <Link className="waiting__sentence" to="/problems/$problemId/{-$station}" {...placeOfItem(item)}>
        {item.sentence}
      </Link>
      <p className="small quiet waiting__about">
        <span>{isAlone ? t.askedAlone({ since }) : t.asked({ as, since })}</span>
        <Due item={item} />
      </p>
    </li>
  );
}

/** In words and in shape: an open ring for a day to come, a half one for soon, a full square for late. */
function Due({ item: { due, dueState } }: { item: WorkItem }) {
  const t = useTexts(portfolioTexts).home;
  const formats = useFormats();
  if (due === null || dueState === 'none') return null;
  const say = { later: t.dueLater, soon: t.dueSoon, overdue: t.overdue }[dueState];
  return (
    <span className={`due due--${dueState}`}>
      <span className="due__mark" aria-hidden="true" />
      <time dateTime={due}>{say({ date: formats.date(due) })}</time>
    </span>
  );
}
