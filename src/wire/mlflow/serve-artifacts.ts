import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listArtifacts, removeArtifacts, storeArtifact } from '../../capabilities/tracking/index.ts';
import { artifactAnswer } from './answers.ts';
import { sendArtifact } from './send-artifact.ts';
import { answerInItsWords, contextOf, prefixes, refuse, type Wire } from './wire-scope.ts';

/**
 * Artifacts through Peil, as clients send them to the server that they track with: each file one stream. What a client could do
 * in parts it does in one where it is answered 501.
 */
export async function serveArtifacts(scope: FastifyInstance, wire: Wire): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  answerInItsWords(scope, wire);
  for (const prefix of prefixes) {
    const at = `${prefix}2.0/mlflow-artifacts`;
    scope.get(`${at}/artifacts`, async (request) => {
      const { path = '' } = request.query as { path?: string };
      const entries = await listArtifacts(await contextOf(wire, request), path);
      return { files: entries.map(artifactAnswer) };
    });
    scope.get(`${at}/artifacts/*`, async (request, reply) =>
      sendArtifact(await contextOf(wire, request), pathOf(request), { request, reply }),
    );
    scope.put(`${at}/artifacts/*`, async (request) => {
      const content = request.body instanceof Readable ? request.body : Readable.from([]);
      await storeArtifact(await contextOf(wire, request), pathOf(request), content);
      return {};
    });
    scope.delete(`${at}/artifacts/*`, async (request) => {
      await removeArtifacts(await contextOf(wire, request), pathOf(request));
      return {};
    });
    for (const inParts of ['mpu', 'presigned'])
      scope.all(`${at}/${inParts}/*`, async (request, reply) => {
        await contextOf(wire, request);
        const message = 'Peil takes and gives each artifact as one stream, not in parts.';
        return refuse(reply, { status: 501, error_code: 'NOT_IMPLEMENTED', message });
      });
  }
}

const pathOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];
