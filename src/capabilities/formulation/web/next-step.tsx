import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { type GateItem, readGate, type Station } from '../contract.ts';
import { findNextStep } from './find-next-step.ts';
import { problemTexts } from './problem-texts.ts';

interface NextStepProps {
  problemId: string;
  /** the station that is open */
  station: Station;
}

/** Once nothing is open here any more: what comes next on the way to a decision, and the way to it. */
export function NextStep({ problemId, station }: NextStepProps) {
  const gate = useAnswer(readGate, { params: { problemId, gate: 'g1' } });
  if (!gate.data || !gate.data.allowedOutcomes.includes('defer')) return null;
  const next = findNextStep(gate.data.items, station);
  return next === null ? null : <Way {...{ problemId, next }} />;
}

function Way({ problemId, next }: { problemId: string; next: Pick<GateItem, 'station' | 'field' | 'message'> }) {
  const t = useTexts(problemTexts).thread;
  const { station, field, message } = next;
  return (
    <section className="next-step" aria-label={t.next}>
      <p>
        <span className="overline">{t.next}</span> {message === '' ? t.decide : message}
      </p>
      <Button
        variant="filled"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/problems/$problemId/{-$station}"
            params={{ problemId, station }}
            search={{ field: field ?? 'first' }}
          />
        )}
      >
        {t.goOn({ station: t.stations[station] })}
      </Button>
    </section>
  );
}
