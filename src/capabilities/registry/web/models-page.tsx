import './models.css';
import { Link, useParams } from '@tanstack/react-router';
import { useId } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { listRegisteredModels, type RegisteredModelSummary } from '../contract.ts';
import { modelTexts } from './model-texts.ts';

/** The registered models of a problem; prompts apart, which are texts and no models. */
export function ModelsPage() {
  const t = useTexts(modelTexts).list;
  const { problemId } = useParams({ from: '/problems/$problemId/models' });
  const query = useAnswer(listRegisteredModels, { params: { problemId } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      above={
        <Link to="/problems/$problemId/{-$station}" params={{ problemId }} className="small">
          {t.back}
        </Link>
      }
    >
      <AwaitQuery query={query} lines={6}>
        {({ models }) =>
          models.length === 0 ? (
            <Empty title={t.emptyTitle} body={t.emptyBody} />
          ) : (
            <div className="stack stack--wide">
              <ModelList title={null} models={models.filter(({ isPrompt }) => !isPrompt)} />
              <ModelList title={t.prompts} models={models.filter(({ isPrompt }) => isPrompt)} />
            </div>
          )
        }
      </AwaitQuery>
    </Page>
  );
}

function ModelList({ title, models }: { title: string | null; models: readonly RegisteredModelSummary[] }) {
  const texts = useTexts(modelTexts);
  const ago = useAgo();
  const id = useId();
  if (models.length === 0) return null;
  return (
    <section className="stack" {...(title === null ? {} : { 'aria-labelledby': id })}>
      {title === null ? null : <h2 id={id}>{title}</h2>}
      <ul className="plain-list">
        {models.map(({ name, description, newest, aliases, changedAt }) => (
          <li key={name} className="model-row stack stack--tight">
            <Link to="/models/$name" params={{ name }} className="model-row__name">
              {name}
            </Link>
            {description === '' ? null : <span className="prose">{description}</span>}
            <span className="small quiet">
              {[
                newest === null ? texts.list.none : texts.list.newest({ number: newest }),
                ...aliases.map((alias) => texts.aliasOf(alias)),
                ago(changedAt),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
