import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { refusalFrom } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type ArtifactEntry, describeRunModel, previewRunTable } from '../contract.ts';
import { type ArtifactTable, imageTypeOf, kindOf, readTable } from './artifact-kind.ts';
import { artifactTexts } from './artifact-texts.ts';
import { ModelFile } from './model-file.tsx';

interface PreviewProps {
  runId: string;
  modelId?: string;
  entry: ArtifactEntry;
  download: string;
}

const most_bytes = { image: 20_000_000, html: 2_000_000, table: 2_000_000, text: 200_000 } as const;

/** A file as far as it can be shown without running anything of it. */
export function ArtifactPreview(props: PreviewProps) {
  const t = useTexts(artifactTexts);
  const kind = kindOf(props.entry.name);
  if (kind === 'other') return <p className="quiet small">{t.noLook}</p>;
  if (kind === 'parquet') return <ParquetPreview {...props} />;
  return kind === 'model' ? <ModelPreview {...props} /> : <ContentPreview {...props} kind={kind} />;
}

/** What it says in fields, and as it is written for whoever asks. */
function ModelPreview(props: PreviewProps) {
  const t = useTexts(artifactTexts);
  const { runId, modelId, entry } = props;
  const [isOpen, setOpen] = useState(false);
  const query = { path: entry.path, ...(modelId === undefined ? {} : { modelId }) };
  const described = useAnswer(describeRunModel, { params: { runId }, query });
  return (
    <div className="stack stack--tight">
      <AwaitQuery query={described} lines={4}>
        {(description) => <ModelFile description={description} />}
      </AwaitQuery>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small">{t.asWritten}</summary>
        {isOpen ? <ContentPreview {...props} kind="text" /> : null}
      </details>
    </div>
  );
}

function ParquetPreview({ runId, modelId, entry: { path, name } }: PreviewProps) {
  const query = { path, ...(modelId === undefined ? {} : { modelId }) };
  const table = useAnswer(previewRunTable, { params: { runId }, query });
  return (
    <AwaitQuery query={table} lines={4}>
      {({ columns, rows, isCut }) => <TableOf name={name} table={{ columns, rows }} isCut={isCut} />}
    </AwaitQuery>
  );
}

function ContentPreview({ entry, download, kind }: PreviewProps & { kind: keyof typeof most_bytes }) {
  const t = useTexts(artifactTexts);
  const most = most_bytes[kind];
  const isCut = (entry.size_bytes ?? 0) > most;
  const content = useQuery({
    // Kept by an address of its own: what other things of the problem change does not fetch it again.
    queryKey: ['artifact', { params: { problemId: download } }],
    queryFn: () => fetchBeginning(download, most),
    staleTime: Infinity,
  });
  if (kind === 'image' && isCut) return <p className="quiet small">{t.noLook}</p>;
  return (
    <AwaitQuery query={content} lines={4}>
      {(blob) =>
        kind === 'image' ? <Picture name={entry.name} blob={blob} /> : <Words {...{ entry, blob, kind, isCut }} />
      }
    </AwaitQuery>
  );
}

async function fetchBeginning(download: string, most: number): Promise<Blob> {
  const response = await fetch(addressOf(download), {
    headers: { range: `bytes=0-${most - 1}` },
    credentials: 'same-origin',
  });
  if (!response.ok) throw await refusalFrom(response);
  return response.blob();
}

/** In an image nothing runs, not even what an SVG holds. */
function Picture({ name, blob }: { name: string; blob: Blob }) {
  const t = useTexts(artifactTexts);
  const [isBroken, setBroken] = useState(false);
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const made = URL.createObjectURL(new Blob([blob], { type: imageTypeOf(name) }));
      image.src = made;
      return () => URL.revokeObjectURL(made);
    },
    [blob, name],
  );
  if (isBroken) return <p className="quiet small">{t.failed}</p>;
  return <img ref={show} className="artifact__image" alt={name} onError={() => setBroken(true)} />;
}

interface WordsProps {
  entry: ArtifactEntry;
  blob: Blob;
  kind: 'html' | 'table' | 'text';
  isCut: boolean;
}

function Words({ entry: { name }, blob, kind, isCut }: WordsProps) {
  const t = useTexts(artifactTexts);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isAsked = true;
    void blob.text().then((read) => {
      if (isAsked) setText(read);
    });
    return () => {
      isAsked = false;
    };
  }, [blob]);
  if (text === null) return null;
  if (kind === 'html')
    return (
      <div className="stack stack--tight">
        <p className="quiet small">{t.htmlNote}</p>
        <iframe className="artifact__frame" title={name} sandbox="" srcDoc={text} />
      </div>
    );
  const table = kind === 'table' ? readTable(name, text) : null;
  if (table) return <TableOf name={name} table={table} isCut={isCut} />;
  return (
    <>
      {isCut ? <p className="quiet small">{t.cut}</p> : null}
      <Scrollable label={name} className="artifact__scroll">
        <pre className="artifact__text">{text}</pre>
      </Scrollable>
    </>
  );
}

function TableOf({ name, table, isCut }: { name: string; table: ArtifactTable; isCut: boolean }) {
  const t = useTexts(artifactTexts);
  // A row has no name but its place.
  const rows = table.rows.map((cells, place) => ({ place, cells: cells.map((cell, index) => ({ index, cell })) }));
  return (
    <>
      {isCut || table.rows.length >= 50 ? <p className="quiet small">{t.cut}</p> : null}
      <Scrollable label={name}>
        <table className="table small">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, cells }) => (
              <tr key={place}>
                {cells.map(({ index, cell }) => (
                  <td key={index}>{cell ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </>
  );
}
