import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { criteria, type CriterionKey, criterionKeys, type Draft, frameworkNames } from '../contract.ts';
import { NumberField } from './number-field.tsx';
import type { StepProps } from './selection-props.ts';
import { selectionTexts } from './selection-texts.ts';

type DraftCriterion = Draft['criteria'][number];

/** What candidates are compared on, each on a fixed scale, and how much it weighs. */
export function WeightsStep(props: StepProps) {
  const { draft, put, mayWrite } = props;
  const t = useTexts(selectionTexts).weights;
  const names = useTexts(frameworkNames).criteria;
  const chosen = new Set(draft.criteria.map(({ key }) => key));
  const add = (key: CriterionKey) => {
    const anchors = criteria[key].anchors.map((anchor) => ({ ...anchor }));
    put({
      criteria: [...draft.criteria, { key, anchors, why: '' }],
      weighing: { ...draft.weighing, points: [...draft.weighing.points, { criterion: key, points: 10 }] },
    });
  };
  return (
    <>
      <p className="quiet">{t.lead}</p>
      {draft.criteria.length === 0 ? <p>{t.empty}</p> : null}
      <ul className="plain-list">
        {draft.criteria.map((criterion) => (
          <CriterionRow key={criterion.key} criterion={criterion} {...props} />
        ))}
      </ul>
      {mayWrite ? (
        <NativeSelect
          label={t.add}
          value=""
          data={[
            { value: '', label: t.choose },
            ...criterionKeys.filter((key) => !chosen.has(key)).map((value) => ({ value, label: names[value] })),
          ]}
          onChange={(event) => {
            const key = criterionKeys.find((each) => each === event.currentTarget.value);
            if (key) add(key);
          }}
        />
      ) : null}
      {draft.criteria.length > 1 ? <Method {...props} /> : null}
    </>
  );
}

function CriterionRow({ criterion, draft, result, put, mayWrite }: StepProps & { criterion: DraftCriterion }) {
  const t = useTexts(selectionTexts).weights;
  const names = useTexts(frameworkNames);
  const formats = useFormats();
  const { key, why } = criterion;
  const name = names.criteria[key];
  const weight = result.weights.find((each) => each.criterion === key)?.weight;
  const points = draft.weighing.points.find((each) => each.criterion === key)?.points ?? 0;
  const change = (part: Partial<DraftCriterion>) =>
    put({ criteria: draft.criteria.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <li className="candidate stack stack--tight">
      <div className="row row--apart">
        <h4>{name}</h4>
        {weight === undefined ? null : <p className="quiet">{t.weight({ weight: formats.percent(weight) })}</p>}
      </div>
      <div className="filters">
        {draft.weighing.method === 'points' ? (
          <NumberField
            label={t.points}
            about={name}
            value={String(points)}
            isReadOnly={!mayWrite}
            change={(value) => {
              const others = draft.weighing.points.filter((each) => each.criterion !== key);
              const given = Math.min(1000, Math.max(0, Number(value ?? 0)));
              put({ weighing: { ...draft.weighing, points: [...others, { criterion: key, points: given }] } });
            }}
          />
        ) : null}
        <ScaleFields {...{ criterion, change, mayWrite }} />
        <TextInput
          label={t.why}
          value={why}
          maxLength={2000}
          readOnly={!mayWrite}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
      </div>
      {mayWrite ? (
        <div>
          <button
            type="button"
            className="button-plain link small"
            onClick={() => put({ criteria: draft.criteria.filter((each) => each.key !== key) })}
          >
            {t.remove}
            <span className="unseen"> {name}</span>
          </button>
        </div>
      ) : null}
    </li>
  );
}

interface ScaleFieldsProps {
  criterion: DraftCriterion;
  mayWrite: boolean;
  change: (part: Partial<DraftCriterion>) => void;
}

/** The two ends of the scale: what is worth nothing, and what is worth all. A scale of points has its ends already. */
function ScaleFields({ criterion: { key, anchors }, mayWrite, change }: ScaleFieldsProps) {
  const t = useTexts(selectionTexts).weights;
  const names = useTexts(frameworkNames);
  const { unit } = criteria[key];
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (unit === 'points' || !first || !last) return null;
  const name = names.criteria[key];
  const [worst, best] = first.value <= last.value ? [first, last] : [last, first];
  const put = (at: { worst: number; best: number }) => {
    if (at.worst === at.best) return;
    const ends = [
      { at: at.worst, value: 0 },
      { at: at.best, value: 100 },
    ];
    change({ anchors: ends.toSorted((a, b) => a.at - b.at) });
  };
  const label = (end: string) => `${end} (${names.units[unit]})`;
  return (
    <>
      <NumberField
        label={label(t.worst)}
        about={name}
        value={String(worst.at)}
        isReadOnly={!mayWrite}
        change={(value) => (value === null ? undefined : put({ worst: Number(value), best: best.at }))}
      />
      <NumberField
        label={label(t.best)}
        about={name}
        value={String(best.at)}
        isReadOnly={!mayWrite}
        change={(value) => (value === null ? undefined : put({ worst: worst.at, best: Number(value) }))}
      />
    </>
  );
}

function Method({ draft, put, mayWrite, result }: StepProps) {
  const t = useTexts(selectionTexts).weights;
  const id = useId();
  const { method } = draft.weighing;
  return (
    <section className="stack" aria-label={t.method}>
      <fieldset className="plain-fieldset" disabled={!mayWrite}>
        <legend>{t.method}</legend>
        <div className="row">
          {(['points', 'pairs'] as const).map((each) => (
            <Radio
              key={each}
              name={`${id}-method`}
              label={t.methods[each]}
              checked={method === each}
              onChange={() => put({ weighing: { ...draft.weighing, method: each } })}
            />
          ))}
        </div>
      </fieldset>
      {method === 'pairs' ? (
        <>
          <Consistency consistency={result.consistency} />
          <Pairs {...{ draft, put, mayWrite }} />
        </>
      ) : null}
    </section>
  );
}

function Consistency({ consistency }: { consistency: StepProps['result']['consistency'] }) {
  const t = useTexts(selectionTexts).weights;
  const formats = useFormats();
  if (consistency === null) return null;
  const ratio = formats.number(consistency.ratio, 4);
  if (!consistency.isComplete) return <p className="note">{t.incomplete}</p>;
  return consistency.isConsistent ? (
    <p>{t.consistent({ ratio })}</p>
  ) : (
    <p className="note">{t.inconsistent({ ratio })}</p>
  );
}

/** From nine times as much for the first, over equal, to nine times for the second. */
const ratios = [9, 7, 5, 3, 2, 1, -2, -3, -5, -7, -9] as const;

function Pairs({ draft, put, mayWrite }: Pick<StepProps, 'draft' | 'put' | 'mayWrite'>) {
  const t = useTexts(selectionTexts).weights;
  const names = useTexts(frameworkNames).criteria;
  const keys = draft.criteria.map(({ key }) => key);
  const pairs = keys.flatMap((a, index) => keys.slice(index + 1).map((b) => [a, b] as const));
  const { pairs: given } = draft.weighing;
  const isOf = (a: CriterionKey, b: CriterionKey) => (pair: (typeof given)[number]) =>
    (pair.more === a && pair.less === b) || (pair.more === b && pair.less === a);
  const valueOf = (a: CriterionKey, b: CriterionKey): string => {
    const pair = given.find(isOf(a, b));
    if (!pair) return '';
    const signed = pair.more === a ? pair.times : -pair.times;
    return String(pair.times === 1 ? 1 : signed);
  };
  const judge = (a: CriterionKey, b: CriterionKey, value: string) => {
    const others = given.filter((pair) => !isOf(a, b)(pair));
    const times = Number(value);
    const judged = times > 0 ? { more: a, less: b, times } : { more: b, less: a, times: -times };
    put({ weighing: { ...draft.weighing, pairs: value === '' ? others : [...others, judged] } });
  };
  return (
    <div className="filters">
      {pairs.map(([a, b]) => (
        <NativeSelect
          key={`${a} ${b}`}
          label={t.compare({ a: names[a], b: names[b] })}
          value={valueOf(a, b)}
          disabled={!mayWrite}
          data={[
            { value: '', label: t.notCompared },
            ...ratios.map((ratio) => ({
              value: String(ratio),
              label:
                ratio === 1 ? t.equal : t.times({ name: names[ratio > 0 ? a : b], times: String(Math.abs(ratio)) }),
            })),
          ]}
          onChange={(event) => judge(a, b, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
