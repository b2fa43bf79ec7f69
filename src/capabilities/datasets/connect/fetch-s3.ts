import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { AppError } from '../../../platform/errors/app-error.ts';
import { type Allowance, hostOf, lookupOf } from '../../../platform/outbound/find-addresses.ts';
import { HttpAgent } from '../../../platform/outbound/node-http.ts';
import type { ConnectionOf } from '../connection-contract.ts';
import { connectErrors } from './errors.ts';
import { type Fetched, type FetchOptions, reasonOf, type Snapshot, watched } from './fetching.ts';
import { judgedAddresses } from './judged-addresses.ts';

type S3Connection = ConnectionOf<'s3'>;

/** One object, or all whose key begins with what ends in a slash, in the order of their keys. */
export async function* fetchS3(connection: S3Connection, options: FetchOptions): AsyncGenerator<Fetched> {
  const endpoint = new URL(connection.endpoint ?? `https://s3.${connection.region}.amazonaws.com`);
  const where = `${endpoint.host}/${connection.bucket}`;
  await judgedAddresses(hostOf(endpoint), options.allowance);
  // Half a second and 20 MB of code that most servers never need.
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client(await settingsOf(connection, { endpoint, where, options }));
  const { bucket: Bucket, versionId } = connection;
  try {
    for await (const Key of keysOf(connection, { client, sdk, where, signal: options.signal })) {
      const command = new sdk.GetObjectCommand({
        Bucket,
        Key,
        ...(versionId !== undefined && { VersionId: versionId }),
      });
      const object = await client
        .send(command, { abortSignal: options.signal })
        .catch((error: unknown) => Promise.reject(sentenceFor(error, { where, what: Key, signal: options.signal })));
      const content = watched(object.Body as Readable, `${where}/${Key}`.slice(0, 200), options);
      try {
        yield { ...factsOf(object, `s3://${Bucket}/${Key}`), name: Key.split('/').at(-1) ?? Key, content };
      } finally {
        content.destroy();
      }
    }
  } finally {
    client.destroy();
  }
}

async function settingsOf(
  { region, endpoint: given, pathStyle, accessKeyId }: S3Connection,
  { endpoint, where, options }: { endpoint: URL; where: string; options: FetchOptions },
): Promise<Sdk.S3ClientConfig> {
  const secretAccessKey = accessKeyId === undefined ? '' : await options.secret();
  if (secretAccessKey === null) throw connectErrors.noSecret({ where });
  const lookup = judgingLookup(options.allowance);
  return {
    region,
    ...(given !== undefined && { endpoint: endpoint.href }),
    forcePathStyle: pathStyle ?? given !== undefined,
    // Never what the server itself may have in its environment or of the machine it runs on.
    ...(accessKeyId === undefined
      ? {
          signer: { sign: (request) => Promise.resolve(request) },
          credentials: { accessKeyId: '', secretAccessKey: '' },
        }
      : { credentials: { accessKeyId, secretAccessKey } }),
    followRegionRedirects: false,
    maxAttempts: 3,
    // A store other than AWS may not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      httpAgent: new HttpAgent({ lookup }),
      httpsAgent: new HttpsAgent({ lookup }),
      connectionTimeout: 30_000,
      requestTimeout: 60_000,
    },
  };
}

/** The bucket may be part of the host: every host that is connected to is judged as it is looked up. */
function judgingLookup(allowance: Allowance): LookupFunction {
  return (host, options, answer) => {
    judgedAddresses(host, allowance).then(
      (addresses) => lookupOf(addresses)(host, options, answer),
      (error: NodeJS.ErrnoException) => answer(error, ''),
    );
  };
}

interface Listing {
  client: Sdk.S3Client;
  sdk: typeof Sdk;
  where: string;
  signal: AbortSignal;
}

async function* keysOf({ bucket, key }: S3Connection, listing: Listing): AsyncGenerator<string> {
  if (!key.endsWith('/')) {
    yield key;
    return;
  }
  const { client, sdk, where, signal } = listing;
  let token: string | undefined;
  let found = 0;
  do {
    const command = new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: key, ContinuationToken: token });
    const page = await client
      .send(command, { abortSignal: signal })
      .catch((error: unknown) => Promise.reject(sentenceFor(error, { where, what: key, signal })));
    for (const { Key } of page.Contents ?? []) {
      // Some tools write an empty object where a folder would be.
      if (Key === undefined || Key.endsWith('/')) continue;
      found += 1;
      yield Key;
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  if (found === 0) throw connectErrors.noFiles({ where, pattern: `${key}*` });
}

function factsOf(object: Sdk.GetObjectCommandOutput, uri: string): Pick<Fetched, 'snapshot' | 'size_bytes'> {
  const { ETag: etag, LastModified: modified, VersionId: versionId, ContentLength: size_bytes } = object;
  const facts = {
    uri,
    ...(etag !== undefined && { etag }),
    ...(modified !== undefined && { lastModified: modified.toISOString() }),
    ...(versionId !== undefined && { versionId }),
  };
  // Where versions are off, what is written later takes the same place.
  const isKept = versionId !== undefined && versionId !== 'null';
  const snapshot: Snapshot = isKept ? { kind: 'reference', id: versionId, facts } : { kind: 'observed', facts };
  return { snapshot, ...(size_bytes !== undefined && { size_bytes }) };
}

const closed = new Set(['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'Forbidden', 'ExpiredToken']);
const absent = new Set(['NoSuchKey', 'NoSuchBucket', 'NoSuchVersion', 'NotFound']);

function sentenceFor(
  error: unknown,
  { where, what, signal }: { where: string; what: string; signal: AbortSignal },
): unknown {
  if (signal.aborted) return signal.reason;
  const { name, cause, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const ours = [error, cause].find((each) => each instanceof AppError);
  if (ours) return ours;
  if (closed.has(name)) return connectErrors.refused({ where, reason: name });
  if (absent.has(name)) return connectErrors.notThere({ where, what: name === 'NoSuchBucket' ? 'bucket' : what });
  if ($metadata?.httpStatusCode !== undefined) return connectErrors.answeredOtherwise({ where, reason: name });
  return connectErrors.unreachable({ where, reason: reasonOf(error) });
}
