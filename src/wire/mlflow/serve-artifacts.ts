import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listArtifacts, removeArtifacts, storeArtifact } from '../../capabilities/tracking/index.ts';
import { artifactAnswer } from './answers.ts';
import { sendArtifact } from './send-artifact.ts';
import { answerInItsWords, contextOf, prefixes, type Wire } from './wire-scope.ts';

/**
 * Artifacts through Peil, as clients send them to the server that they track with: each file one stream.
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
  }
}

const pathOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];
