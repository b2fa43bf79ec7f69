import './models.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import {
  listVersionPromotions,
  type RegisteredModelVersion,
  showRegisteredModel,
  type ShownRegisteredModel,
  type VersionPromotion,
} from '../contract.ts';
import { AliasesPart } from './aliases-part.tsx';
import { DescriptionPart } from './description-part.tsx';
import { modelTexts } from './model-texts.ts';
import { VersionModel } from './version-model.tsx';

interface Named {
  ProblemName: (props: { problemId: string }) => ReactNode;
}

/** A registered model: what it is for, its labels, and where each version comes from. */
export function ModelPage({ ProblemName }: Named) {
  const { name } = useParams({ from: '/models/$name' });
  const model = useAnswer(showRegisteredModel, { params: { name } });
  if (model.data) return <Shown model={model.data} ProblemName={ProblemName} />;
  return (
    <div className="page">
      {model.error ? <ErrorState error={model.error} retry={() => void model.refetch()} /> : <Loading lines={8} />}
    </div>
  );
}

function Shown({ model, ProblemName }: Named & { model: ShownRegisteredModel }) {
  const t = useTexts(modelTexts);
  const formats = useFormats();
  const { name, problemId, aliases, versions } = model;
  const params = { problemId: problemId ?? '' };
  const enabled = problemId !== null;
  const mine = useAnswer(getMineInProblem, { params }, { enabled });
  const mayLog = problemId === null || (mine.data?.permissions.includes('run.log') ?? false);
  const promotions = useAnswer(listVersionPromotions, { params: { name } }, { enabled: !model.isPrompt });
  const said = aliases.map((alias) => t.aliasOf(alias));
  return (
    <Page
      title={name}
      lead={t.lead({ count: versions.length, aliases: said.length === 0 ? '' : formats.list(said) })}
      above={
        <p className="small">
          {problemId === null ? (
            t.inbox
          ) : (
            <Link to="/problems/$problemId/models" params={{ problemId }}>
              <ProblemName problemId={problemId} />: {t.back}
            </Link>
          )}
        </p>
      }
    >
      <div className="stack stack--wide">
        <p className="note">{t.labels}</p>
        <DescriptionPart {...{ model, mayLog }} />
        <section className="stack" aria-labelledby="versions">
          <h2 id="versions">{t.versions}</h2>
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              {...{ version, problemId, ProblemName, model }}
              promotion={promotions.data?.versions.find(({ number }) => number === version.number)}
            />
          ))}
        </section>
        <AliasesPart {...{ model, mayLog }} />
      </div>
    </Page>
  );
}

interface RowProps extends Named {
  version: RegisteredModelVersion;
  problemId: string | null;
}

interface VersionProps extends RowProps {
  model: ShownRegisteredModel;
  promotion: VersionPromotion | undefined;
}

function VersionRow({ version, model: { name, isPrompt }, promotion, ...place }: VersionProps) {
  const t = useTexts(modelTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { number, description, stage, aliases, createdBy, createdAt, tags } = version;
  return (
    <article className="model-row stack stack--tight">
      <h3>{t.version({ number })}</h3>
      <p className="small quiet">
        {[
          t.by({ name: names.get(createdBy) ?? t.somebody, date: formats.date(createdAt) }),
          ...aliases,
          ...(stage === 'None' ? [] : [t.stage({ stage })]),
          ...tags.map(({ key, value }) => `${key} = ${value}`),
        ].join(' · ')}
      </p>
      {description === '' ? null : <p className="prose">{description}</p>}
      {isPrompt ? null : (
        <>
          <Promotion promotion={promotion} />
          <KeptFiles files={version.files} />
          <VersionModel name={name} number={number} />
        </>
      )}
      <Lineage version={version} {...place} />
    </article>
  );
}

function Promotion({ promotion }: Pick<VersionProps, 'promotion'>) {
  const t = useTexts(modelTexts);
  if (promotion === undefined) return null;
  const because = promotion.obstacles.map(({ sentence }) => sentence).join(' ');
  return <p className="small">{promotion.mayBePromoted ? t.mayBe : t.mayNot({ because })}</p>;
}

function KeptFiles({ files }: Pick<RegisteredModelVersion, 'files'>) {
  const t = useTexts(modelTexts);
  if (files === null) return <p className="small quiet">{t.keepsNone}</p>;
  return <p className="small">{[t.keeps(files), ...(files.changed > 0 ? [t.changed(files)] : [])].join(' ')}</p>;
}

/** From the problem by data and run to the version: each step leads to its page. */
function Lineage({ version: { number, run, loggedModel }, problemId, ProblemName }: RowProps) {
  const t = useTexts(modelTexts);
  const unknown = <span className="quiet">{t.unknown}</span>;
  return (
    <ol className="lineage" aria-label={t.lineage({ number })}>
      <li>
        <span className="small quiet">{t.problem}</span>
        {problemId === null ? (
          unknown
        ) : (
          <Link to="/problems/$problemId/{-$station}" params={{ problemId }}>
            <ProblemName problemId={problemId} />
          </Link>
        )}
      </li>
      <li>
        <span className="small quiet">{t.data}</span>
        {run === null || run.data.length === 0 ? unknown : null}
        {run?.data.map(({ name, versionId }) =>
          versionId === null || problemId === null ? (
            <span key={name}>{name}</span>
          ) : (
            <Link key={versionId} to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId }}>
              {name}
            </Link>
          ),
        )}
      </li>
      <li>
        <span className="small quiet">{t.run}</span>
        {run === null ? (
          unknown
        ) : (
          <Link to="/runs/$runId" params={{ runId: run.id }}>
            {run.name}
          </Link>
        )}
      </li>
      <li>
        <span className="small quiet">{t.logged}</span>
        {loggedModel === null ? unknown : <code className="small">{loggedModel.id.slice(0, 12)}…</code>}
      </li>
      <li>
        <span className="small quiet">{t.registered}</span>
        <strong>{number}</strong>
      </li>
    </ol>
  );
}
