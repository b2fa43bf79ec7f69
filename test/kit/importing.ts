import type { Import, Upload } from '../../src/capabilities/datasets/contract.ts';
import type { TestPeil } from './app.ts';

interface GivenFile {
  name: string;
  content: string | Buffer;
}
interface Wanted {
  problemId: string;
  files: readonly GivenFile[];
  body: Readonly<Record<string, unknown>>;
}

/** Sends a file in parts of this many bytes, as the page and the terminal do. */
export async function uploadFile(
  { app }: Pick<TestPeil, 'app'>,
  { problemId, file, part_bytes = 1024 * 1024 }: { problemId: string; file: GivenFile; part_bytes?: number },
): Promise<Upload> {
  const content = Buffer.from(file.content);
  const url = `/api/problems/${problemId}/uploads`;
  const payload = { name: file.name, size_bytes: content.length };
  let upload = (await app.inject({ method: 'POST', url, payload })).json<Upload>();
  while (!upload.isComplete) {
    const offset = upload.received_bytes;
    const sent = await app.inject({
      method: 'PUT',
      url: `${url}/${upload.id}/content?offset=${offset}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: content.subarray(offset, offset + part_bytes),
    });
    if (sent.statusCode !== 200) throw new Error(sent.body);
    upload = sent.json<Upload>();
  }
  return upload;
}

/** Uploads these files, imports them, and waits until that has ended. */
export async function importFiles(peil: TestPeil, { problemId, files, body }: Wanted): Promise<Import> {
  const uploadIds: string[] = [];
  for (const file of files) uploadIds.push((await uploadFile(peil, { problemId, file })).id);
  const url = `/api/problems/${problemId}/dataset-imports`;
  const begun = await peil.app.inject({ method: 'POST', url, payload: { uploadIds, ...body } });
  if (begun.statusCode !== 202) throw new Error(begun.body);
  await peil.services.jobs.runDue();
  return (await peil.app.inject({ method: 'GET', url: `${url}/${begun.json<Import>().id}` })).json<Import>();
}
