import './model-file.css';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ModelDescription } from '../contract.ts';
import { modelFileTexts } from './model-file-texts.ts';
import { saySize } from './say-value.ts';

/** What the file MLmodel of a model says, for people. */
export function ModelFile({ description }: { description: ModelDescription }) {
  const t = useTexts(modelFileTexts);
  const { signature, inputExample } = description;
  return (
    <div className="stack stack--tight model-file">
      <Made description={description} />
      {signature === null ? <p>{t.noSignature}</p> : null}
      <Columns
        {...{ title: t.inputs, first: t.column, columns: signature?.inputs ?? [] }}
        last={{ title: t.needed, say: ({ isRequired }) => (isRequired ? t.yes : t.no) }}
      />
      <Columns {...{ title: t.outputs, first: t.column, columns: signature?.outputs ?? [] }} />
      <Columns
        {...{ title: t.params, first: t.parameter, columns: signature?.params ?? [] }}
        last={{ title: t.otherwise, say: (column) => column.default ?? '–' }}
      />
      {inputExample === null ? null : <p>{t.example({ file: inputExample })}</p>}
      <Packages description={description} />
    </div>
  );
}

function Made({ description }: { description: ModelDescription }) {
  const t = useTexts(modelFileTexts);
  const formats = useFormats();
  const { flavors, mlflowVersion, pythonVersion, madeAt, size_bytes } = description;
  const made = madeAt === null ? Number.NaN : Date.parse(`${madeAt.replace(' ', 'T')}Z`);
  const by = [mlflowVersion && `MLflow ${mlflowVersion}`, pythonVersion && `Python ${pythonVersion}`].filter(Boolean);
  const sentences = [
    flavors.length === 0 ? t.noFlavors : t.loadedAs({ flavors: formats.list(flavors.map(withVersion)) }),
    by.length === 0 ? '' : t.writtenWith({ with: by.join(', ') }),
    Number.isNaN(made) ? '' : t.at({ moment: formats.dateTime(made) }),
    size_bytes === null ? '' : t.size({ size: saySize(size_bytes) }),
  ];
  return <p>{sentences.filter((sentence) => sentence !== '').join(' ')}</p>;
}

/** Libraries name their version by a word of their own: `sklearn_version`, `xgb_version`. */
function withVersion({ name, settings }: ModelDescription['flavors'][number]): string {
  const version = settings.find(({ key }) => key.endsWith('_version') && key !== 'python_version');
  return version ? `${name} ${version.value}` : name;
}

type Column = NonNullable<ModelDescription['signature']>['inputs'][number];

interface ColumnsProps {
  title: string;
  /** above the names */
  first: string;
  columns: readonly Column[];
  last?: { title: string; say: (column: Column) => string };
}

function Columns({ title, first, columns, last }: ColumnsProps) {
  const t = useTexts(modelFileTexts);
  if (columns.length === 0) return null;
  // A column has a name, or only its place.
  const rows = columns.map((column, place) => ({ column, place }));
  return (
    <Scrollable label={title}>
      <table className="table small">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{t.type}</th>
            {last ? <th scope="col">{last.title}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, column }) => (
            <tr key={place}>
              <td>{column.name ?? <span className="quiet">{t.nameless}</span>}</td>
              <td>
                <code>{column.type}</code>
              </td>
              {last ? <td>{last.say(column)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function Packages({ description: { requirements, flavors } }: { description: ModelDescription }) {
  const t = useTexts(modelFileTexts);
  return (
    <>
      {requirements === null || requirements.length === 0 ? null : (
        <details>
          <summary>{t.packages({ count: requirements.length })}</summary>
          <ul className="plain-list small">
            {[...new Set(requirements)].map((line) => (
              <li key={line}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {flavors.length === 0 ? null : (
        <details>
          <summary>{t.settings}</summary>
          <ul className="plain-list small">
            {flavors.flatMap(({ name, settings }) =>
              settings.map(({ key, value }) => (
                <li key={`${name} ${key}`}>
                  {name}: <code>{`${key} = ${value}`}</code>
                </li>
              )),
            )}
          </ul>
        </details>
      )}
    </>
  );
}
