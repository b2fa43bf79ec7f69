import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';

const line = (max: number) => z.string().min(1).max(max);
const url = (protocols: RegExp) => z.url({ protocol: protocols }).max(2000);

const folder = z.strictObject({
  kind: z.literal('folder'),
  path: line(1000).meta({
    description: 'A folder of the machine on which Peil runs, below one that its operator allows',
  }),
  pattern: z.exactOptional(line(200)).meta({ description: 'Which files: * stands for any text, ? for one character' }),
});

const http = z.strictObject({
  kind: z.literal('http'),
  url: url(/^https?$/).meta({ description: 'Address of one file' }),
  auth: z
    .exactOptional(z.enum(['none', 'bearer', 'basic']))
    .meta({ description: 'How one shows who one is; the token or password is kept apart, as a secret' }),
  user: z.exactOptional(line(200)).meta({ description: 'For basic' }),
});

const s3 = z.strictObject({
  kind: z.literal('s3'),
  endpoint: z
    .exactOptional(url(/^https?$/))
    .meta({ description: 'Of a store other than AWS, such as https://s3.example.org' }),
  region: line(60).meta({ description: 'Such as eu-west-1' }),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
    error: inBoth('Give the name of a bucket', 'Geef de naam van een bucket'),
  }),
  key: line(1024).meta({ description: 'Of one object; with a slash at its end: of all that begins with it' }),
  versionId: z.exactOptional(line(200)).meta({ description: 'Of the one version that is wanted' }),
  pathStyle: z.exactOptional(z.boolean()).meta({ description: 'The bucket stands in the path, not in the host' }),
  accessKeyId: z.exactOptional(line(200)).meta({ description: 'Left out: the bucket is open to everybody' }),
});

const postgres = z.strictObject({
  kind: z.literal('postgres'),
  host: z.string().regex(/^[a-z0-9.:-]{1,253}$/i, {
    error: inBoth('Give a host name or an address', 'Geef een hostnaam of een adres'),
  }),
  port: z.exactOptional(z.int().min(1).max(65_535)),
  database: line(63),
  user: line(63),
  tls: z.exactOptional(z.enum(['verify', 'encrypt', 'none'])).meta({
    description:
      'verify: encrypted, to the very server (unless told); encrypt: without looking whose certificate; none',
  }),
  table: z.exactOptional(line(200)).meta({ description: 'A table or view, as schema.name' }),
  select: z.exactOptional(line(20_000)).meta({ description: 'One SELECT, where it is not one table' }),
});

/** Where data is fetched from. What must stay secret is never in it: it is asked for when it is used. */
export const connectionSchema = z
  .discriminatedUnion('kind', [folder, http, s3, postgres])
  .meta({ id: 'DataConnection', description: 'How Peil fetches data by itself; passwords and tokens are kept apart' });
export type Connection = z.infer<typeof connectionSchema>;
export type ConnectionOf<K extends Connection['kind']> = Extract<Connection, { kind: K }>;
