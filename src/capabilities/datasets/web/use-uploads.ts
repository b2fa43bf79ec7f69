import { useRef, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { Refusal } from '../../../web/kit/api/refusal.ts';
import { beginUpload, readUpload, sendPart, type Upload } from '../contract.ts';

const part_bytes = 8 * 1024 * 1024;
const tries = 6;

export interface SendingNow {
  name: string;
  /** 0 to 1, of all files together */
  share: number;
}

/** Sends files in parts, one after another; a line that drops is tried again from where the server has the file. */
export function useUploads(problemId: string) {
  const [sending, setSending] = useState<SendingNow | null>(null);
  const stopped = useRef(false);
  const send = async (files: readonly File[]): Promise<string[] | null> => {
    stopped.current = false;
    const whole = files.reduce((sum, { size }) => sum + size, 0);
    const ids: string[] = [];
    let before = 0;
    try {
      for (const file of files) {
        const body = { name: file.name.slice(0, 255), size_bytes: file.size };
        let upload = await call(beginUpload, { params: { problemId }, body });
        while (!upload.isComplete) {
          setSending({ name: file.name, share: (before + upload.received_bytes) / whole });
          if (stopped.current) return null;
          upload = await sendNext(problemId, file, upload);
        }
        before += file.size;
        ids.push(upload.id);
      }
      return ids;
    } finally {
      setSending(null);
    }
  };
  return { sending, send, stop: () => void (stopped.current = true) };
}

async function sendNext(problemId: string, file: File, upload: Upload): Promise<Upload> {
  const params = { problemId, uploadId: upload.id };
  const offset = upload.received_bytes;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(sendPart, { params, query: { offset }, file: file.slice(offset, offset + part_bytes) });
    } catch (error) {
      if (!mayPass(error) || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
      const state = await call(readUpload, { params }).catch(() => upload);
      if (state.received_bytes !== offset) return state;
    }
  }
}

/** The server could not be reached, or is busy with the same part still. */
const mayPass = (error: unknown): boolean =>
  error instanceof Refusal && (error.status === 0 || error.status >= 502 || error.code === 'dataset.sending_already');
