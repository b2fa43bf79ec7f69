import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { beginContractRun, type ContractRun } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { contractTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** How the data stands, in a sentence, and the judgements before. */
export function StandingPart({ problemId, contract, mayChange, runs }: PartProps & { runs: readonly ContractRun[] }) {
  const t = useTexts(contractTexts);
  const begin = useAsk(beginContractRun);
  const { datasetId, publishedNumber } = contract;
  const judge = () =>
    begin.mutate({ params: { problemId, datasetId }, body: {} }, { onError: (error) => say(error.message) });
  return (
    <section className="stack stack--tight" aria-labelledby="standing-title">
      <h2 id="standing-title">{t.verdictTitle}</h2>
      <Standing runs={runs} isPublished={publishedNumber !== null} />
      {mayChange && publishedNumber !== null ? (
        <div>
          <Button variant="filled" loading={begin.isPending} onClick={judge}>
            {t.judge}
          </Button>
        </div>
      ) : null}
      {runs.length > 1 ? <Earlier runs={runs} /> : null}
    </section>
  );
}

function Standing({ runs, isPublished }: { runs: readonly ContractRun[]; isPublished: boolean }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const [newest] = runs;
  const latest = runs.find(({ state }) => state === 'done');
  const isUnderWay = newest?.state === 'waiting' || newest?.state === 'running';
  return (
    <>
      {latest ? <LatestVerdict run={latest} /> : <p>{isPublished ? t.neverJudged : t.notPublished}</p>}
      {isUnderWay ? (
        <output>
          {t.waiting} {formats.percent(newest.progress, 0)}
        </output>
      ) : null}
      {newest?.failure ? <p className="note">{newest.failure.message}</p> : null}
    </>
  );
}

function LatestVerdict({ run }: { run: ContractRun }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const { verdict, counts, datasetVersionNumber: version, number, finishedAt, begunAt, trigger } = run;
  if (!verdict || !counts) return null;
  return (
    <div className="standing">
      <VerdictMark verdict={verdict} />
      <div>
        <p className="standing__sentence">{t.verdicts[verdict]({ version, counts })}</p>
        <p className="small quiet">
          {t.byVersion({ number, date: formats.dateTime(finishedAt ?? begunAt) })}{' '}
          {trigger === 'import' ? t.ranItself : ''}
        </p>
      </div>
    </div>
  );
}

function Earlier({ runs }: { runs: readonly ContractRun[] }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack stack--tight">
      <div>
        <button
          type="button"
          className="button-plain link"
          aria-expanded={isOpen}
          aria-controls="earlier-runs"
          onClick={() => setOpen(!isOpen)}
        >
          {t.runs} <Icon name={isOpen ? 'up' : 'down'} size={14} />
        </button>
      </div>
      <ul id="earlier-runs" className="plain-list" hidden={!isOpen}>
        {runs.map(({ id, verdict, state, datasetVersionNumber: version, number, begunAt }) => (
          <li key={id} className="listing small">
            {t.run({ version, number, date: formats.dateTime(begunAt) })}:{' '}
            <strong>{verdict ? t.verdict[verdict] : t.states[state]}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
