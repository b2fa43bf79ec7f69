import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Beside } from '../../../web/kit/layout/beside.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { listDataRequirements } from '../../formulation/contract.ts';
import { useMe } from '../../identity/web/index.tsx';
import {
  editSource,
  identifySource,
  removeSource,
  restoreSource,
  type Source,
  type StatingRole,
  statingRoles,
  withdrawStatement,
} from '../contract.ts';
import { SourceConnection } from './source-connection.tsx';
import { SourceForm } from './source-form.tsx';
import { SourceJudgement } from './source-judgement.tsx';
import { sourceTexts } from './source-texts.ts';

interface SourceRowProps {
  source: Source;
  problemId: string;
  isReadOnly: boolean;
  roles: readonly string[];
  mayState: boolean;
}

export function SourceRow(props: SourceRowProps) {
  const { source, problemId, isReadOnly } = props;
  const t = useTexts(sourceTexts);
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editSource);
  const { id, title, state, version } = source;
  const params = { problemId, sourceId: id };
  const remove = useRemoval(params);
  const editor = `edit-${id}`;
  if (isEditing)
    return (
      <li className="data-row">
        <SourceForm
          problemId={problemId}
          start={fieldsOf(source)}
          opener={editor}
          version={version}
          save={(body, at) => edit.mutateAsync({ params, body, version: at })}
          close={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li className={`data-row data-row--${state}`}>
      <div className="row row--apart">
        <h4>{title}</h4>
        <Marks source={source} />
      </div>
      {source.description === '' ? null : <p className="prose">{source.description}</p>}
      <SourceFacts {...{ source, problemId }} />
      <Statements {...props} />
      <SourceJudgement {...{ source, problemId, isReadOnly }} />
      <Beside problemId={problemId} thing={{ kind: 'source', sourceId: id }} label={title} />
      {isReadOnly ? null : <SourceConnection {...{ source, problemId }} />}
      <div className="row small">
        {isReadOnly ? null : (
          <>
            <button id={editor} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {t.edit}
              <span className="unseen"> {title}</span>
            </button>
            <button type="button" className="button-plain link" onClick={remove}>
              {t.remove}
              <span className="unseen"> {title}</span>
            </button>
          </>
        )}
        <Talk problemId={problemId} anchor={{ kind: 'data_source', id, field: null }} label={title} />
      </div>
    </li>
  );
}

function fieldsOf(source: Source) {
  const { title, description, kind, location, owner, access, extract, personalData, personalDataNote, answers } =
    source;
  return { title, description, kind, location, owner, access, extract, personalData, personalDataNote, answers };
}

/** What must be seen before anything else is read: where the choice stands, and what holds back. */
function Marks({ source: { state, isOneOff, personalData } }: { source: Source }) {
  const t = useTexts(sourceTexts);
  const isPersonal = personalData === 'personal' || personalData === 'special';
  return (
    <p className="row small data-marks">
      <span className={`data-mark data-mark--${state}`}>{t.states[state]}</span>
      {isOneOff ? (
        <span className="data-mark data-mark--warn" title={t.oneOffWhy}>
          {t.oneOff}
        </span>
      ) : null}
      <span className={`data-mark${isPersonal ? ' data-mark--warn' : ''}`}>{t.personalShort[personalData]}</span>
    </p>
  );
}

function SourceFacts({ source, problemId }: { source: Source; problemId: string }) {
  const t = useTexts(sourceTexts);
  const formats = useFormats();
  const { data } = useAnswer(listDataRequirements, { params: { problemId } });
  const answered = (data?.dataRequirements ?? []).filter(({ id }) => source.answers.includes(id));
  const facts: [string, string][] = [
    [t.facts.kind, t.kinds[source.kind]],
    [t.facts.location, source.location],
    [t.facts.owner, source.owner],
    [t.facts.access, source.access],
    [t.facts.answers, formats.list(answered.map(({ what }) => what))],
  ];
  return (
    <dl className="data-facts small">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Who says so, each in their own name, and the button for whoever is still asked. */
function Statements({ source, problemId, roles, mayState }: SourceRowProps) {
  const t = useTexts(sourceTexts);
  const formats = useFormats();
  const me = useMe();
  const identify = useAsk(identifySource);
  const withdraw = useAsk(withdrawStatement);
  const params = { problemId, sourceId: source.id };
  const complain = (error: Error) => say(error.message);
  const holds = (role: StatingRole) => me?.holdsEveryRole === true || roles.includes(role);
  const isStated = (role: StatingRole) => source.statements.some((each) => each.role === role && each.isCurrent);
  // Of one that will not be used nobody is asked.
  const isAsked = source.state !== 'rejected';
  const open = statingRoles.filter((role) => isAsked && holds(role) && !isStated(role));
  if (!isAsked && source.statements.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <p className={source.identified === 'together' || !isAsked ? 'small' : 'small data-asked'}>
        {t.identified[source.identified]}
      </p>
      <ul className="plain-list small">
        {source.statements.map(({ role, userId, name, note, at, isCurrent }) => (
          <li key={role}>
            {t.stated({ name: name ?? t.somebody, role: t.roles[role], date: formats.date(at) })}
            {isCurrent ? '' : ` (${t.earlier})`}
            {note === '' ? '' : `: ${note}`}{' '}
            {mayState && userId === me?.id ? (
              <button
                type="button"
                className="button-plain link"
                onClick={() => void withdraw.mutateAsync({ params: { ...params, role } }).catch(complain)}
              >
                {t.withdraw}
                <span className="unseen">
                  {' '}
                  {t.roles[role]}, {source.title}
                </span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayState && open.length > 0 ? (
        <div className="row">
          {open.map((role) => (
            <Button
              key={role}

              onClick={() => void identify.mutateAsync({ params, body: { role } }).catch(complain)}
            >
              {t.state({ role: t.roles[role] })}
              <span className="unseen"> {source.title}</span>
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function useRemoval(params: { problemId: string; sourceId: string }): () => void {
  const t = useTexts(sourceTexts);
  const remove = useAsk(removeSource);
  const restore = useAsk(restoreSource);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
