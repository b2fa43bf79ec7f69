import './evaluation.css';
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { type EvaluationSummary, listEvaluations } from '../contract.ts';
import { BeginForm } from './begin-form.tsx';
import { EvaluationFollowed } from './evaluation-followed.tsx';
import { beginTexts } from './form-texts.ts';
import { namePlace, nameValue } from './names.ts';
import { StandingOfRun } from './standing-of-run.tsx';
import { evaluationPageTexts } from './texts.ts';

/** On the page of a run: what its predictions are worth, and where that stands among others. */
export function RunEvaluations({ runId, problemId }: { runId: string; problemId: string | null }) {
  const t = useTexts(evaluationPageTexts);
  return (
    <section className="stack" aria-labelledby="evaluations">
      <h2 id="evaluations">{t.title}</h2>
      {problemId === null ? (
        <p>
          {t.inInbox} <Link to="/inbox">{t.toInbox}</Link>
        </p>
      ) : (
        <OfProblem {...{ runId, problemId }} />
      )}
    </section>
  );
}

interface Place {
  runId: string;
  problemId: string;
}

function OfProblem({ runId, problemId }: Place) {
  const t = useTexts(evaluationPageTexts);
  const query = useAnswer(listEvaluations, { params: { problemId }, query: { runId } });
  const mine = useAnswer(getMineInProblem, { params: { problemId } }).data;
  const mayLog = mine?.permissions.includes('run.log') ?? false;
  const [chosen, setChosen] = useState('');
  return (
    <AwaitQuery query={query} lines={3}>
      {({ evaluations }) => (
        <>
          {evaluations.length === 0 ? (
            <p className="quiet">{t.none}</p>
          ) : (
            <Chosen {...{ problemId, evaluations, chosen, setChosen, mayLog }} />
          )}
          {mayLog ? <Begin place={{ problemId, runId }} isFirst={evaluations.length === 0} begun={setChosen} /> : null}
        </>
      )}
    </AwaitQuery>
  );
}

const opener = 'begin-evaluation';

/** Open at once where nothing was evaluated yet. */
function Begin({ place, isFirst, begun }: { place: Place; isFirst: boolean; begun: (id: string) => void }) {
  const t = useTexts(beginTexts);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && !isFirst)
    return (
      <div className="not-printed">
        <Button id={opener} variant="default" onClick={() => setOpen(true)}>
          {t.begin}
        </Button>
      </div>
    );
  const close = () => setOpen(false);
  return (
    <BeginForm
      {...{ place, opener }}
      cancel={isFirst ? null : close}
      begun={(id) => {
        close();
        begun(id);
      }}
    />
  );
}

interface ChosenProps {
  problemId: string;
  evaluations: readonly EvaluationSummary[];
  /** id; the newest where it is none of these */
  chosen: string;
  setChosen: (id: string) => void;
  mayLog: boolean;
}

function Chosen({ problemId, evaluations, chosen, setChosen, mayLog }: ChosenProps) {
  const t = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const formats = useFormats();
  const shown = evaluations.find(({ id }) => id === chosen) ?? evaluations[0];
  if (!shown) return null;
  const options = evaluations.map((each) => ({
    value: each.id,
    label: t.option({
      place: namePlace(each, locale),
      value: nameValue(each.pricedBy, locale),
      at: formats.dateTime(each.begunAt),
    }),
  }));
  return (
    <div className="stack stack--wide">
      {options.length > 1 ? (
        <NativeSelect
          label={t.which}
          maw="40rem"
          value={shown.id}
          data={options}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
      <EvaluationFollowed
        key={shown.id}
        place={{ problemId, evaluationId: shown.id }}
        {...{ mayLog }}
        begun={setChosen}
        standing={<StandingOfRun problemId={problemId} evaluationId={shown.id} />}
      />
    </div>
  );
}
