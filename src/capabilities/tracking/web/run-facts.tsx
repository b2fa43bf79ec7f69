import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { RunModel, ShownRun } from '../contract.ts';
import { runTexts } from './run-texts.ts';

/** Where it stands among other runs. */
export function RunFamily({ run: { parent, children, childCount } }: { run: ShownRun }) {
  const t = useTexts(runTexts);
  if (!parent && children.length === 0) return null;
  return (
    <section className="stack stack--tight">
      {parent ? (
        <p>
          {t.parent}{' '}
          <Link to="/runs/$runId" params={{ runId: parent.id }}>
            {parent.name}
          </Link>
        </p>
      ) : null}
      {children.length > 0 ? (
        <details open={children.length <= 8}>
          <summary>{t.children({ count: childCount })}</summary>
          <ul>
            {children.map(({ id, name, status }) => (
              <li key={id}>
                <Link to="/runs/$runId" params={{ runId: id }}>
                  {name}
                </Link>{' '}
                <span className="quiet small">{t.marks[status]}</span>
              </li>
            ))}
          </ul>
          {childCount > children.length ? <p className="small">{t.firstChildren({ shown: children.length })}</p> : null}
        </details>
      ) : null}
    </section>
  );
}

/** Names with their values, such as parameters and tags. */
export function KeyValues({ title, none, pairs }: { title: string; none: string; pairs: ShownRun['params'] }) {
  const t = useTexts(runTexts);
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {pairs.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <Scrollable label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.key}</th>
                <th scope="col">{t.value}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ key, value }) => (
                <tr key={key}>
                  <th scope="row" className="run-key">
                    {key}
                  </th>
                  <td className="run-value">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      )}
    </section>
  );
}

export function RunDataPart({ run: { data, problemId } }: { run: ShownRun }) {
  const t = useTexts(runTexts);
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{t.data}</h2>
      {data.length === 0 ? <p className="quiet">{t.noData}</p> : null}
      <ul className="plain-list">
        {data.map(({ name, digest, context, version }) => (
          <li key={`${name} ${digest}`} className="stack stack--tight">
            <span>
              {version && problemId !== null ? (
                <Link to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId: version.id }}>
                  {version.name ?? t.gone}
                </Link>
              ) : (
                name
              )}{' '}
              {version ? null : <span className="quiet">({t.unknownData})</span>}
            </span>
            <span className="small quiet run-key">
              {context === null ? '' : `${t.use}: ${context} · `}
              {t.digest}: <code>{digest}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RunModels({ run: { modelsIn, modelsOut, problemId } }: { run: ShownRun }) {
  const t = useTexts(runTexts);
  const formats = useFormats();
  const id = useId();
  const row = (what: string) => (model: RunModel) => (
    <li key={`${what} ${model.id}`}>
      {model.name}{' '}
      <span className="small quiet">
        {[what, model.modelType, `${t.step} ${formats.number(model.step)}`, t.modelStatuses[model.status]]
          .filter((each) => each !== '')
          .join(' · ')}
      </span>
    </li>
  );
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{t.models}</h2>
      {modelsIn.length + modelsOut.length === 0 ? <p className="quiet">{t.noModels}</p> : null}
      <ul className="plain-list">
        {modelsOut.map(row(t.modelMade))}
        {modelsIn.map(row(t.modelGiven))}
      </ul>
      {problemId === null ? null : (
        <p className="small">
          <Link to="/problems/$problemId/models" params={{ problemId }}>
            {t.registered}
          </Link>
        </p>
      )}
    </section>
  );
}
