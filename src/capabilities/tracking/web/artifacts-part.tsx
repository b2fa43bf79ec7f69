import { useId, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type ArtifactEntry, listRunArtifacts, type ShownRun } from '../contract.ts';
import { ArtifactPreview } from './artifact-preview.tsx';
import { artifactTexts } from './artifact-texts.ts';
import { saySize } from './say-value.ts';

/** The files that a run left, and those of the models it made. */
export function ArtifactsPart({ run: { id: runId, modelsOut } }: { run: ShownRun }) {
  const t = useTexts(artifactTexts);
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{t.title}</h2>
      {modelsOut.length > 0 ? <h3>{t.ofRun}</h3> : null}
      <Folder runId={runId} path="" />
      {modelsOut.map(({ id: modelId, name }) => (
        <div key={modelId} className="stack stack--tight">
          <h3>{t.ofModel({ name })}</h3>
          <Folder runId={runId} path="" modelId={modelId} />
        </div>
      ))}
    </section>
  );
}

interface FolderProps {
  runId: string;
  modelId?: string;
  path: string;
}

function Folder(props: FolderProps) {
  const { runId, ...query } = props;
  const t = useTexts(artifactTexts);
  const listed = useAnswer(listRunArtifacts, { params: { runId }, query });
  return (
    <AwaitQuery query={listed} lines={2}>
      {({ entries, isHere, uri }) => (
        <>
          {isHere ? null : <p className="quiet run-key">{t.elsewhere({ uri })}</p>}
          {isHere && entries.length === 0 ? <p className="quiet">{t.none}</p> : null}
          <ul className="plain-list artifacts">
            {entries.map((entry) => (
              <li key={entry.path}>
                {entry.download === null ? (
                  <Deeper {...props} entry={entry} />
                ) : (
                  <FileRow {...props} entry={entry} download={entry.download} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </AwaitQuery>
  );
}

interface EntryProps extends FolderProps {
  entry: ArtifactEntry;
}

/** What is in a folder is asked for once it is opened. */
function Deeper({ entry, ...props }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{entry.name}/</summary>
      {isOpen ? <Folder {...props} path={entry.path} /> : null}
    </details>
  );
}

function FileRow({ entry, download, ...props }: EntryProps & { download: string }) {
  const t = useTexts(artifactTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack stack--tight">
      <div className="row">
        <span className="run-key">{entry.name}</span>
        <span className="small quiet">{saySize(entry.size_bytes ?? 0)}</span>
        <button
          type="button"
          className="button-plain link small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t.close : t.look}
          <span className="unseen"> {entry.name}</span>
        </button>
        <a className="small" href={addressOf(download)} download={entry.name}>
          {t.download}
          <span className="unseen"> {entry.name}</span>
        </a>
      </div>
      {isOpen ? <ArtifactPreview {...props} entry={entry} download={download} /> : null}
    </div>
  );
}
