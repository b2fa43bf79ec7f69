import { Gauge } from '../../../web/kit/gauge/gauge.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import type { Difference } from '../../decisions/contract.ts';
import type { ValueResult } from '../../value/contract.ts';
import { evaluateValue, type Level, readLevel } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { DifferencesTable } from './differences-table.tsx';
import { KeyResultSentence } from './key-result-row.tsx';
import { LevelsBeside } from './levels-beside.tsx';

/** The level in force: its verdict, the gauge of how things stand against it, and what has changed since the go. */
export function LevelPart({ problemId }: { problemId: string }) {
  const query = useAnswer(readLevel, { params: { problemId } });
  return (
    <AwaitQuery query={query}>
      {({ level, changedSince }) => (level ? <Frozen {...{ level, changedSince, problemId }} /> : null)}
    </AwaitQuery>
  );
}

function Frozen({ level, changedSince, problemId }: { level: Level; changedSince: Difference[]; problemId: string }) {
  const t = useTexts(decisionTexts);
  const { snapshot } = level;
  return (
    <section className="stack stack--wide">
      <div className="stack stack--tight">
        <h3>{t.level({ number: level.number })}</h3>
        <p className="quiet">{t.levelAbout}</p>
      </div>
      <p className="verdict">{level.sentence}</p>
      <LevelGauge problemId={problemId} frozen={snapshot.evaluation} />
      <div className="stack">
        <h4>{t.keyResults}</h4>
        <ul className="plain-list stack">
          {snapshot.objectives.flatMap(({ keyResults }) =>
            keyResults.map((keyResult) => (
              <li key={keyResult.id}>
                <KeyResultSentence keyResult={keyResult} />
              </li>
            )),
          )}
        </ul>
      </div>
      <Changes {...{ changedSince, snapshot }} />
      <LevelsBeside problemId={problemId} />
    </section>
  );
}

/** Until there is a model, "where we are" is what the value model says today. */
function LevelGauge({ problemId, frozen }: { problemId: string; frozen: ValueResult }) {
  const t = useTexts(decisionTexts);
  const formats = useFormats();
  const { data } = useAnswer(evaluateValue, { params: { problemId } });
  const now = data?.result ?? frozen;
  return (
    <Gauge
      title={t.levelGauge}
      value={Number(now.netPerYear)}
      level={Number(frozen.netPerYear)}
      low={Number(now.interval.p05)}
      high={Number(now.interval.p95)}
      levelName={t.levelName}
      valueName={t.nowName}
      write={(amount) => formats.money(Math.round(amount), frozen.currency)}
      writeShort={(amount) => formats.moneyShort(amount, frozen.currency)}
    />
  );
}

function Changes({ changedSince, snapshot }: { changedSince: readonly Difference[]; snapshot: Level['snapshot'] }) {
  const t = useTexts(decisionTexts);
  if (changedSince.length === 0) return <p className="quiet">{t.unchanged}</p>;
  return (
    <div className="stack">
      <h4>{t.changedSince}</h4>
      <DifferencesTable
        label={t.changedSince}
        before={t.before}
        after={t.after}
        differences={changedSince}
        snapshot={snapshot}
      />
    </div>
  );
}
