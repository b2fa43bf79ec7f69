import './translation.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readTranslation, type Translation, type TranslationField, translationFields } from '../contract.ts';
import { DataRequirementsPart } from './data-requirements-part.tsx';
import { opportunityTexts } from './opportunity-texts.ts';
import { AnsweredRow } from './question-frame.tsx';
import type { StationProps } from './station-props.ts';
import { linkField, TranslationOnOnePage } from './translation-on-one-page.tsx';
import { LinkQuestion, TalkOfTranslation, TaskQuestion, TranslationQuestion } from './translation-question.tsx';
import { translationTexts } from './translation-texts.ts';

/** The problem as a machine could learn it: an overview of the questions or one of them, and the data it needs. */
export function TranslationStation(props: StationProps) {
  const query = useAnswer(readTranslation, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(translation) => <Parts {...props} translation={translation} />}</AwaitQuery>;
}

function Parts({ translation, ...props }: StationProps & { translation: Translation }) {
  const { problemId, field, setField, isReadOnly } = props;
  const mayWrite = !isReadOnly && !translation.isLocked;
  const fields = [...translationFields, ...translation.links.map((link) => linkField(link.keyResultId))];
  if (field !== undefined && mayWrite && fields.includes(field)) {
    const asked = { problemId, translation, fields, setField };
    const link = translation.links.find((each) => linkField(each.keyResultId) === field);
    if (link) return <LinkQuestion key={field} {...asked} link={link} field={field} />;
    if (field === 'task') return <TaskQuestion {...asked} />;
    return <TranslationQuestion key={field} {...asked} field={field as Exclude<TranslationField, 'task'>} />;
  }
  if (field === onOnePage && mayWrite)
    return <TranslationOnOnePage {...{ problemId, translation }} leave={() => setField(undefined)} />;
  return (
    <div className="stack stack--wide">
      <Overview {...props} {...{ translation, mayWrite }} />
      <DataRequirementsPart {...props} isAsked={field === 'data'} />
    </div>
  );
}

const onOnePage = 'all';

type OverviewProps = StationProps & { translation: Translation; mayWrite: boolean };

function Overview({ translation, problemId, setField, mayWrite }: OverviewProps) {
  const t = useTexts(translationTexts);
  const { isLocked, isKept, links, missing } = translation;
  const answered = (field: TranslationField) =>
    field === 'task' ? (translation.task === '' ? '' : t.tasks[translation.task]) : translation[field];
  const unlinked = links.find((link) => !link.isLinked);
  const next = missing[0] ?? (unlinked && linkField(unlinked.keyResultId));
  return (
    <>
      {isLocked ? <Locked {...{ problemId, isKept }} /> : <Progress translation={translation} />}
      {next !== undefined && mayWrite ? (
        <div className="row">
          <Button variant="filled" onClick={() => setField(next)}>
            {t.next}
          </Button>
          <Button onClick={() => setField(onOnePage)}>{t.onOnePage}</Button>
        </div>
      ) : null}
      <dl className="answers">
        {translationFields.map((field) => (
          <AnsweredRow
            key={field}
            name={t.questions[field].name}
            text={answered(field)}
            isOptional={field === 'constraints'}
            open={mayWrite ? () => setField(field) : null}
            talk={<TalkOfTranslation {...{ problemId, field }} label={t.questions[field].name} />}
          />
        ))}
      </dl>
      <section className="stack">
        <h3>{t.keyResults}</h3>
        {links.length === 0 ? <p className="quiet">{t.noKeyResults}</p> : null}
        <dl className="answers">
          {links.map(({ keyResultId, metric, text, contributes, isLinked }) => (
            <AnsweredRow
              key={keyResultId}
              name={metric}
              text={isLinked && !contributes ? `${t.contributesNot}: ${text}` : text}
              open={mayWrite ? () => setField(linkField(keyResultId)) : null}
              talk={<TalkOfTranslation {...{ problemId }} field={linkField(keyResultId)} label={metric} />}
            />
          ))}
        </dl>
      </section>
    </>
  );
}

function Locked({ problemId, isKept }: { problemId: string; isKept: boolean }) {
  const t = useTexts(translationTexts);
  return (
    <p className="note">
      {t.locked} {isKept ? t.kept : null}{' '}
      <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'opportunity' }}>
        {t.toOpportunity}
      </Link>
    </p>
  );
}

function Progress({ translation: { missing, links, changedAt } }: { translation: Translation }) {
  const t = useTexts(translationTexts);
  const { changed } = useTexts(opportunityTexts);
  const ago = useAgo();
  const of = translationFields.length - 1 + links.length;
  const open = missing.length + links.filter((link) => !link.isLinked).length;
  return (
    <p>
      {t.intro} {open === 0 ? t.complete : t.progress({ done: of - open, of })}{' '}
      {changedAt === null ? null : <span className="quiet">{changed({ ago: ago(changedAt) })}</span>}
    </p>
  );
}
