import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { beginUpload, readUpload, sendPart, type Upload } from '../capabilities/datasets/contract.ts';
import { type Answered, callServer, type Server } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import { filledPath } from './endpoint-command.ts';

const part_bytes = 16 * 1024 * 1024;
/** How often a part that broke off is tried again, with a longer pause each time. */
const tries = 5;

export interface Sending {
  file: string;
  problemId: string;
  /** an upload that broke off before */
  resume?: string;
  progress: (share: number) => void;
}

/** A file in parts, from where the server has it; what breaks off goes on from there. */
export async function sendFile(server: Server, { file, problemId, resume, progress }: Sending): Promise<Answered> {
  const handle = await opened(file);
  try {
    const { size } = await handle.stat();
    const params = [problemId, ...(resume === undefined ? [] : [resume])];
    let answered = await callServer(server, {
      method: resume === undefined ? 'POST' : 'GET',
      path: filledPath(resume === undefined ? beginUpload : readUpload, params),
      ...(resume === undefined ? { body: { name: basename(file), size_bytes: size } } : {}),
    });
    while (answered.refusal === undefined) {
      const upload = answered.value as Upload;
      progress(upload.received_bytes / upload.size_bytes);
      if (upload.isComplete) return answered;
      answered = await sendNext(server, handle, { problemId, upload });
    }
    return answered;
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw cliErrors.unreadableFile({ file, option: '<file>', reason: (error as Error).message });
  }
}

interface Next {
  problemId: string;
  upload: Upload;
}

async function sendNext(server: Server, handle: FileHandle, { problemId, upload }: Next): Promise<Answered> {
  const path = filledPath(sendPart, [problemId, upload.id]);
  const buffer = new Uint8Array(Math.min(part_bytes, upload.size_bytes - upload.received_bytes));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, upload.received_bytes);
  const query = new URLSearchParams({ offset: String(upload.received_bytes) });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callServer(server, { method: 'PUT', path, query, file: buffer.subarray(0, bytesRead) });
    } catch (error) {
      if (attempt >= tries) throw cliErrors.uploadBroken({ upload: upload.id, reason: (error as Error).message });
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
      const state = await stateOf(server, [problemId, upload.id]);
      if (state && state.received_bytes !== upload.received_bytes) return { status: 200, value: state };
    }
  }
}

/** How far it is by the server; undefined while that does not answer. */
async function stateOf(server: Server, params: readonly string[]): Promise<Upload | undefined> {
  try {
    const answered = await callServer(server, { method: 'GET', path: filledPath(readUpload, params) });
    return answered.refusal === undefined ? (answered.value as Upload) : undefined;
  } catch {
    return undefined;
  }
}
