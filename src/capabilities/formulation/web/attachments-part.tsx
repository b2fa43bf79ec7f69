import './opportunity-extra.css';
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import {
  type Attachment,
  attachmentLimit_bytes,
  downloadAttachment,
  listAttachments,
  removeAttachment,
  restoreAttachment,
  uploadAttachment,
} from '../contract.ts';
import { LinkForm } from './link-form.tsx';
import { opportunityExtraTexts } from './opportunity-extra-texts.ts';
import { requirementsTexts } from './requirements-texts.ts';

interface AttachmentsPartProps {
  problemId: string;
  isReadOnly: boolean;
}

/** Evidence beside the words: pictures to look at, files to download, links to follow. */
export function AttachmentsPart({ problemId, isReadOnly }: AttachmentsPartProps) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const { data } = useAnswer(listAttachments, { params: { problemId } });
  const attachments = data?.attachments ?? [];
  if (isReadOnly && attachments.length === 0) return null;
  return (
    <section className="stack attachments" aria-label={t.title}>
      {attachments.length > 0 ? (
        <ul className="plain-list attachments__list">
          {attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} {...{ problemId, attachment, isReadOnly }} />
          ))}
        </ul>
      ) : null}
      {isReadOnly ? null : <AddEvidence problemId={problemId} />}
    </section>
  );
}

function AttachmentItem({ problemId, attachment, isReadOnly }: AttachmentsPartProps & { attachment: Attachment }) {
  const { id, kind, title } = attachment;
  const t = useTexts(requirementsTexts);
  const params = { problemId, attachmentId: id };
  const remove = useRemoval(params);
  const content = addressOf(requestAddress(downloadAttachment.path, { params }));
  return (
    <li className={`attachment attachment--${kind}`}>
      {kind === 'image' ? <Picture title={title} content={content} /> : <NamedLink {...{ attachment, content }} />}
      {isReadOnly ? null : (
        <button type="button" className="button-plain link small" onClick={remove}>
          {t.remove}
          <span className="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}

function Picture({ title, content }: { title: string; content: string }) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p className="small quiet">{t.noPicture({ title })}</p>;
  return (
    <figure className="attachment__figure">
      <a href={content} target="_blank" rel="noreferrer">
        <img src={content} alt={title} loading="lazy" onError={() => setBroken(true)} />
      </a>
      <figcaption className="small">{title}</figcaption>
    </figure>
  );
}

function NamedLink({ attachment: { url, title, size_bytes }, content }: { attachment: Attachment; content: string }) {
  const t = useTexts(opportunityExtraTexts).evidence;
  if (url !== null) {
    return (
      <p>
        <a href={url} target="_blank" rel="noopener noreferrer nofollow">
          {title}
          <span className="unseen"> {t.outside}</span>
        </a>{' '}
        <span className="small quiet">{new URL(url).host}</span>
      </p>
    );
  }
  return (
    <p>
      <a href={content} download={title}>
        <span className="unseen">{t.download} </span>
        {title}
      </a>{' '}
      <FileSize size_bytes={size_bytes ?? 0} />
    </p>
  );
}

function FileSize({ size_bytes }: { size_bytes: number }) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const formats = useFormats();
  const mb = size_bytes / 1_000_000;
  const size =
    mb >= 1 ? `${formats.number(mb, 1)} ${t.mb}` : `${formats.number(Math.ceil(size_bytes / 1000), 0)} ${t.kb}`;
  return <span className="small quiet">{size}</span>;
}

function AddEvidence({ problemId }: { problemId: string }) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const [isLinking, setLinking] = useState(false);
  const { send, sending } = useUpload(problemId);
  return (
    <>
      <div className="row">
        <FileButton multiple onChange={(files) => void send(files)}>
          {(props) => (
            <Button {...props} leftSection={<Icon name="plus" />} loading={sending !== null}>
              {t.addFile}
            </Button>
          )}
        </FileButton>
        {isLinking ? null : (
          <Button id="add-link" leftSection={<Icon name="plus" />} onClick={() => setLinking(true)}>
            {t.addLink}
          </Button>
        )}
      </div>
      <p className="small quiet" aria-live="polite">
        {sending === null ? t.fileHint : t.sending({ name: sending })}
      </p>
      {isLinking ? <LinkForm problemId={problemId} opener="add-link" close={() => setLinking(false)} /> : null}
    </>
  );
}

/** One file after another, so that a slow line has one to do at a time. */
function useUpload(problemId: string) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const [sending, setSending] = useState<string | null>(null);
  const upload = useAsk(uploadAttachment);
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      if (file.size > attachmentLimit_bytes) {
        say(t.tooLarge({ name: file.name }));
        continue;
      }
      setSending(file.name);
      const title = file.name.trim().slice(0, 200) || '?';
      await upload
        .mutateAsync({ params: { problemId }, query: { title }, file })
        .catch((error: Error) => say(error.message));
    }
    setSending(null);
  };
  return { send, sending };
}

function useRemoval(params: { problemId: string; attachmentId: string }): () => void {
  const t = useTexts(opportunityExtraTexts).evidence;
  const remove = useAsk(removeAttachment);
  const restore = useAsk(restoreAttachment);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
