import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { listSplits, removeSplit, type Split, type Version } from '../contract.ts';
import { DeclaredPart, RemoveDeclared } from './declared-part.tsx';
import { SplitForm } from './split-form.tsx';
import { versionTexts } from './version-texts.ts';

const opener = 'add-split';

interface SplitsPartProps {
  problemId: string;
  version: Version;
  isReadOnly: boolean;
}

/** How the version is split, with the proof that the parts share no case. */
export function SplitsPart({ problemId, version, isReadOnly }: SplitsPartProps) {
  const t = useTexts(versionTexts).split;
  const query = useAnswer(listSplits, { params: { problemId, versionId: version.id } });
  const [isAdding, setAdding] = useState(false);
  const form = isAdding ? <SplitForm {...{ problemId, version, opener }} close={() => setAdding(false)} /> : null;
  return (
    <DeclaredPart words={t} {...{ opener, isReadOnly, query, form }} open={() => setAdding(true)}>
      {({ splits }) =>
        splits.length === 0 ? null : (
          <ul className="plain-list">
            {splits.map((split) => (
              <SplitLine key={split.id} {...{ problemId, version, isReadOnly, split }} />
            ))}
          </ul>
        )
      }
    </DeclaredPart>
  );
}

function SplitLine({ problemId, version, isReadOnly, split }: SplitsPartProps & { split: Split }) {
  const t = useTexts(versionTexts).split;
  const formats = useFormats();
  const remove = useAsk(removeSplit);
  const params = { problemId, versionId: version.id, splitId: split.id };
  const key = formats.list(split.key ?? []);
  const parts = split.parts.map(({ name, rows, keys }) =>
    keys === null
      ? t.parts({ name, rows: formats.number(rows) })
      : t.keys({ name, rows: formats.number(rows), keys: formats.number(keys), key }),
  );
  const rest = split.unassigned > 0 ? [t.unassigned({ rows: formats.number(split.unassigned) })] : [];
  return (
    <li className="data-row">
      <h3>{split.name}</h3>
      <SplitBar split={split} />
      <p>{formats.list([...parts, ...rest])}</p>
      <Proof split={split} />
      {isReadOnly ? null : (
        <RemoveDeclared label={t.remove} name={split.name} remove={() => remove.mutateAsync({ params })} />
      )}
    </li>
  );
}

/** The parts as one bar; the sentence below says the same. */
function SplitBar({ split: { parts, unassigned } }: { split: Split }) {
  const all = Math.max(
    1,
    parts.reduce((sum, { rows }) => sum + rows, unassigned),
  );
  return (
    <div className="data-split" aria-hidden="true">
      {parts.map(({ name, rows }, index) => (
        <span
          key={name}
          className={`data-split__part data-split__part--${index % 3}`}
          style={{ flexGrow: rows / all }}
        />
      ))}
      {unassigned > 0 ? <span className="data-split__rest" style={{ flexGrow: unassigned / all }} /> : null}
    </div>
  );
}

function Proof({ split: { key, sharedKeys, isDisjoint } }: { split: Split }) {
  const t = useTexts(versionTexts).split;
  const formats = useFormats();
  const named = formats.list(key ?? []);
  if (!isDisjoint)
    return <p className="data-asked">{t.leaks({ count: formats.number(sharedKeys ?? 0), key: named })}</p>;
  return <p className="small">{key === null ? t.disjointRows : t.disjoint({ key: named })}</p>;
}
