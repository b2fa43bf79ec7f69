import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getModelVersion } from '../../capabilities/registry/index.ts';
import { getModel, getRun, ownPlaceOf, storeArtifact, trackingErrors } from '../../capabilities/tracking/index.ts';
import type { Context } from '../../platform/context/context.ts';
import { InvalidMessage } from './invalid-message.ts';
import { sendBelow } from './send-artifact.ts';
import { answerInItsWords, contextOf, type Wire } from './wire-scope.ts';

/** As much as the protocol takes here; larger files go through the proxy of artifacts. */
const uploadLimit_bytes = 10 * 1024 * 1024;

type PlaceOf = (ctx: Context, request: FastifyRequest) => Promise<{ uri: string; path: string }>;

/** The addresses by which pages fetch one file of a run, a version or a logged model, and send one to a run. */
export async function serveDownloads(scope: FastifyInstance, wire: Wire): Promise<void> {
  scope.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: uploadLimit_bytes } as const;
  scope.addContentTypeParser('*', options, (_request, body, done) => done(null, body));
  answerInItsWords(scope, wire);
  const download = (path: string, placeOf: PlaceOf) =>
    scope.get(path, async (request, reply) => {
      const ctx = await contextOf(wire, request);
      return sendBelow(ctx, await placeOf(ctx, request), { request, reply });
    });
  download('/get-artifact', async (ctx, request) => ({
    uri: await uriOfRun(ctx, request),
    path: given(request, 'path'),
  }));
  download('/model-versions/get-artifact', async (ctx, request) => {
    const which = { name: given(request, 'name'), version: given(request, 'version') };
    return { uri: (await getModelVersion(ctx, which)).storageUri, path: given(request, 'path') };
  });
  download('/ajax-api/2.0/mlflow/logged-models/:model_id/artifacts/files', async (ctx, request) => {
    const { model_id } = request.params as { model_id: string };
    return { uri: (await getModel(ctx, model_id)).artifactUri, path: given(request, 'artifact_file_path') };
  });
  scope.post('/ajax-api/2.0/mlflow/upload-artifact', (request) => receive(wire, request));
}

async function receive(wire: Wire, request: FastifyRequest): Promise<object> {
  const ctx = await contextOf(wire, request);
  const uri = await uriOfRun(ctx, request);
  const own = ownPlaceOf(uri);
  if (own === null) throw trackingErrors.artifactsElsewhere({ uri });
  const place = `${own}/${given(request, 'path')}`;
  await storeArtifact(ctx, place, Readable.from(Buffer.isBuffer(request.body) ? [request.body] : []));
  return {};
}

const uriOfRun = async (ctx: Context, request: FastifyRequest): Promise<string> => {
  const { run_id, run_uuid } = request.query as { run_id?: unknown; run_uuid?: unknown };
  return (await getRun(ctx, given(request, run_id === undefined && run_uuid !== undefined ? 'run_uuid' : 'run_id')))
    .artifactUri;
};

function given(request: FastifyRequest, name: string): string {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  if (typeof value !== 'string' || value === '') throw InvalidMessage.missing(name);
  return value;
}
