import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prefixes, refuse } from './wire-scope.ts';

/**
 * The level of the protocol that is spoken here, as clients ask for it. From 3.4 on they send each span of a trace by itself as
 * well, as protobuf of OpenTelemetry; below it a trace comes whole, when it is finished (decision 020).
 */
export const protocolLevel = '3.3.2';

/** What a client may count on. Nobody has to sign in for it: it says nothing that could not be tried out. */
const serverInfo = {
  store_type: 'SqlStore',
  workspaces_enabled: false,
  trace_archival_enabled: false,
  multipart_uploads_enabled: false,
  multipart_downloads_enabled: false,
  presigned_upload_run_id_supported: false,
  presigned_upload_model_id_supported: false,
  features_enabled: { gateway: false },
};

/** What the protocol has and Peil does not, on purpose: clients then do without. Everything else is an unknown address. */
const ownWebhooks =
  'Peil tells other systems of what happens in a message of its own (CloudEvents, signed): peil webhook create.';
const notImplemented: readonly { under: string; instead: string }[] = [
  {
    under: '2.0/mlflow/artifacts/presigned-upload-url',
    instead: 'Send the artifact to this server, below mlflow-artifacts.',
  },
  { under: '2.0/mlflow/webhooks', instead: ownWebhooks },
  { under: '2.0/mlflow/webhooks/*', instead: ownWebhooks },
];

/** Addresses of the protocol that are not below a version of it. */
const elsewhere = ['/v1/*', '/graphql', '/gateway/*', '/ajax-api/*', '/api/2.0mlflow/*', '/api/4.0/*'] as const;

/** Is it there, and which protocol does it speak; and a refusal in its words for every address that is not served. */
export function serveServer(scope: FastifyInstance): void {
  scope.get('/health', (_request, reply) => plain(reply, 'OK'));
  scope.get('/version', (_request, reply) => plain(reply, protocolLevel));
  for (const prefix of prefixes) {
    scope.get(`${prefix}3.0/mlflow/server-info`, async () => serverInfo);
    for (const { under, instead } of notImplemented)
      scope.all(`${prefix}${under}`, (_request, reply) =>
        refuse(reply, { status: 501, error_code: 'NOT_IMPLEMENTED', message: `Peil does not do this. ${instead}` }),
      );
    for (const version of ['2.0', '3.0']) scope.all(`${prefix}${version}/*`, refuseUnknown);
  }
  for (const path of elsewhere) scope.all(path, refuseUnknown);
}

/** 404, and never a 5xx, on which clients would try again for minutes. */
function refuseUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = `Peil does not serve ${request.method} ${request.url.split('?')[0]}.`;
  return refuse(reply, { status: 404, error_code: 'ENDPOINT_NOT_FOUND', message });
}

function plain(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(text);
}
