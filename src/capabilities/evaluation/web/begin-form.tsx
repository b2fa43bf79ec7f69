import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { beginEvaluation, type EvaluationSummary, listPredictions, rankEvaluations } from '../contract.ts';
import { bodyOf, draftOf, type EvaluationDraft, type Offered } from './begin-draft.ts';
import { BeginFields } from './begin-fields.tsx';
import { beginTexts } from './form-texts.ts';
import { howToLog } from './how-to-log.ts';
import { evaluationPageTexts } from './texts.ts';

interface Place {
  problemId: string;
  runId: string;
}

interface BeginFormProps {
  place: Place;
  /** id of the button that opens it */
  opener: string;
  /** null where it is all there is to do */
  cancel: (() => void) | null;
  begun: (id: string) => void;
}

/** Which table, of which data, priced by what: with what is most likely filled in. */
export function BeginForm({ place, opener, cancel, begun }: BeginFormProps) {
  const t = useTexts(beginTexts);
  const query = useAnswer(listPredictions, { params: place });
  const ranking = useAnswer(rankEvaluations, { params: { problemId: place.problemId }, query: {} });
  const { problemId } = place;
  return (
    <AwaitQuery query={query} lines={3}>
      {(offered) => {
        if (offered.task === null)
          return (
            <p>
              {t.noTask}{' '}
              <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'translation' }}>
                {t.toTranslation}
              </Link>
            </p>
          );
        if (offered.tables.length === 0) return <NoTables />;
        if (ranking.isPending) return null;
        const rivals = (ranking.data?.groups ?? []).flatMap(({ evaluations }) => evaluations);
        return <Fields {...{ place, offered, opener, cancel, begun, rivals }} />;
      }}
    </AwaitQuery>
  );
}

function NoTables() {
  const t = useTexts(beginTexts);
  return (
    <div className="stack stack--tight">
      <p>{t.noTables}</p>
      <pre className="code-block">
        <code>{howToLog}</code>
      </pre>
    </div>
  );
}

interface FieldsProps extends BeginFormProps {
  offered: Offered;
  rivals: readonly EvaluationSummary[];
}

function Fields({ place, offered, opener, cancel, begun, rivals }: FieldsProps) {
  const t = useTexts(beginTexts);
  const page = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const id = useId();
  const ask = useAsk(beginEvaluation);
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const others = rivals.filter(({ runId }) => runId !== place.runId);
  const [draft, setDraft] = useState(() => draftOf(offered, { rivals: others, locale }));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<EvaluationDraft>) => setDraft((known) => ({ ...known, ...part }));
  const idOf = (field: string) => `${id}-${field}`;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(draft, offered, locale);
    if (body === null)
      return setProblems([{ field: idOf('threshold'), message: t.badThreshold({ typed: draft.threshold }) }]);
    void ask.mutateAsync({ params: place, body }).then(
      (evaluation) => {
        begun(evaluation.id);
        say(page.begun);
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack evaluation__form not-printed" noValidate onSubmit={begin}>
      <h3>{t.begin}</h3>
      <p className="quiet">{t.lead}</p>
      <ErrorSummary problems={problems} />
      <BeginFields {...{ draft, put, offered, idOf }} rivals={others} first={cancel ? first : null} />
      <div className="row">
        <Button type="submit" variant="filled" loading={ask.isPending}>
          {draft.value === 'none' ? t.startUnpriced : t.start}
        </Button>
        {cancel ? (
          <Button variant="default" onClick={cancel}>
            {t.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
