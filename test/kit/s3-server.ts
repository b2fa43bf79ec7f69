import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** keeps a version of an object and answers its id */
  put: (key: string, content: string) => string;
  /** every request, and whether its signature is the one that AWS would have made */
  asked: { path: string; signed: boolean }[];
  close: () => Promise<void>;
}

const region = 'eu-test-1';
const accessKeyId = 'AKIATEST';
const secretAccessKey = 'a secret / with + signs';

/**
 * The part of S3 that reading needs, in the words of its documents: GetObject with versions, ListObjectsV2 in pages of two,
 * and Signature Version 4, worked out here without the library that is tested.
 */
export async function openS3Server({
  bucket,
  isOpen = false,
}: {
  bucket: string;
  isOpen?: boolean;
}): Promise<S3Server> {
  const versions = new Map<string, { id: string; content: string }[]>();
  const asked: S3Server['asked'] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const signed = isSigned(request, url);
    asked.push({ path: url.pathname, signed });
    if (!signed && !isOpen) return fail(response, 403, 'SignatureDoesNotMatch');
    const [, given = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    if (given !== bucket) return fail(response, 404, 'NoSuchBucket');
    const key = rest.join('/');
    if (key === '') return list(response, url, [...versions.keys()]);
    const wanted = url.searchParams.get('versionId');
    const found = versions.get(key)?.findLast(({ id }) => wanted === null || id === wanted);
    if (!found) return fail(response, 404, wanted === null ? 'NoSuchKey' : 'NoSuchVersion');
    const etag = `"${createHash('md5').update(found.content).digest('hex')}"`;
    response.writeHead(200, {
      etag,
      'x-amz-version-id': found.id,
      'last-modified': new Date(Date.UTC(2026, 0, 5)).toUTCString(),
      'content-length': Buffer.byteLength(found.content),
    });
    response.end(found.content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKeyId,
    secretAccessKey,
    put: (key, content) => {
      const kept = versions.get(key) ?? [];
      const id = `v${kept.length + 1}`;
      versions.set(key, [...kept, { id, content }]);
      return id;
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function list(response: ServerResponse, { searchParams }: URL, keys: readonly string[]): void {
  const prefix = searchParams.get('prefix') ?? '';
  const from = Number(searchParams.get('continuation-token') ?? 0);
  const all = keys.filter((key) => key.startsWith(prefix)).sort();
  const contents = all.slice(from, from + 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const next = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
  );
}

/** AWS General Reference, "Create a signed AWS API request". */
function isSigned({ method = '', headers }: IncomingMessage, url: URL): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, id, day = '', where = '', names = '', signature] = given.exec(headers.authorization ?? '') ?? [];
  if (id !== accessKeyId || where !== region) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const listed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const body = String(headers['x-amz-content-sha256']);
  const canonical = [method, url.pathname, query, listed.join(''), names, body].join('\n');
  const scope = `${day}/${where}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash].join('\n');
  const key = [day, where, 's3', 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature;
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
