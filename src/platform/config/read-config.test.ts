import { expect, test } from 'vitest';
import { type GivenOptions, readConfig } from './read-config.ts';

const read = (given: GivenOptions = {}, env: NodeJS.ProcessEnv = {}) =>
  readConfig(given, { env, home: '/home/ann', folder: '/srv' });

test('house what nobody sets has a default', () => {
  expect(read()).toMatchObject({
    host: '127.0.0.1',
    port: 4500,
    dataFolder: '/home/ann/.local/share/peil',
    checkpointFolder: '/home/ann/.local/share/peil-checkpoints',
    secretsKeyFile: '/home/ann/.local/share/peil/secrets.key',
    databaseUrl: null,
    basePath: '/',
    team: false,
    logLevel: 'warn',
  });
  expect(read({}, { XDG_DATA_HOME: '/srv/share' }).dataFolder).toBe('/srv/share/peil');
});

test('house an option wins over its variable, and an empty variable is none', () => {
  expect(read({}, { PEIL_PORT: '4600' }).port).toBe(4600);
  expect(read({ port: ['4700'] }, { PEIL_PORT: '4600' }).port).toBe(4700);
  expect(read({}, { PEIL_PORT: '' }).port).toBe(4500);
  expect(read({}, { PEIL_EMPTY: '1', PEIL_CHECK_ANSWERS: 'no' })).toMatchObject({ empty: true, checkAnswers: false });
});

test('house a relative folder is one of where Peil was started', () => {
  expect(read({ data: ['here'] })).toMatchObject({
    dataFolder: '/srv/here',
    checkpointFolder: '/srv/here-checkpoints',
  });
});

test('house a list is given by repeating the option, or with commas in the variable', () => {
  expect(read({ 'allowed-host': ['a.example', 'b.example'] }).allowedHosts).toEqual(['a.example', 'b.example']);
  expect(read({}, { PEIL_TRUSTED_PROXY: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  expect(read({}, { PEIL_SOURCE_ADDRESSES: 'db.local,10.1.0.0/16' }).sourceAddresses).toEqual([
    'db.local',
    '10.1.0.0/16',
  ]);
  expect(read({ 'source-folders': ['here', '/data'] }).sourceFolders).toEqual(['/srv/here', '/data']);
});

test('house the path of the public address is the base path, unless told', () => {
  expect(read({ 'public-url': ['https://x.example/peil'] })).toMatchObject({
    publicUrl: 'https://x.example/peil/',
    basePath: '/peil/',
  });
  expect(read({ 'base-path': ['a/b'] }).basePath).toBe('/a/b/');
});

test.each([
  [{ host: ['0.0.0.0'] }, true],
  [{ host: ['::1'] }, false],
  [{ host: ['127.0.0.2'] }, false],
  [{ host: ['127.example.org'] }, true],
  [{ 'public-url': ['https://peil.example.org/'] }, true],
  [{ 'public-url': ['http://localhost:4500/'] }, false],
  [{ 'trusted-proxy': ['127.0.0.1'] }, true],
  [{ 'allowed-host': ['peil.local'] }, true],
  [{ team: ['yes'] }, true],
] satisfies [GivenOptions, boolean][])('house with %j people sign in: %s', (given, team) => {
  expect(read(given).team).toBe(team);
});

test.each([
  [{ port: ['65536'] }, '--port was given "65536"; expected a whole number from 0 to 65535'],
  [{ host: ['a b'] }, '--host was given "a b"; expected a host name or an IP address'],
  [{ data: [' '] }, '--data was given " "; expected a folder'],
  [
    { database: ['mysql://me:secret@x/y'] },
    '--database was given "..."; expected the address of a PostgreSQL database',
  ],
  [{ 'public-url': ['peil.example.org'] }, 'expected an address that starts with http:// or https://'],
  [{ 'base-path': ['/a b'] }, 'expected a path of letters'],
  [{ 'trusted-proxy': ['10.0.0.0/33'] }, 'expected IP addresses or ranges'],
  [{ 'allowed-host': ['x.example:80'] }, 'expected host names, without port'],
  [{ 'source-addresses': ['10.0.0.0/99'] }, 'expected host names, IP addresses or ranges'],
  [{ 'log-level': ['loud'] }, 'expected one of: silent, error, warn, info, debug. For example: --log-level info'],
  [{ 'session-hours': ['0'] }, 'expected a number of hours above 0'],
  [{ data: ['/d'], checkpoints: ['/d/checkpoints'] }, 'lies inside the data folder /d'],
] satisfies [GivenOptions, string][])('house %j is refused with a sentence', (given, sentence) => {
  expect(() => read(given)).toThrow(sentence);
});

test('house a wrong variable is named as the variable, with a value that would do', () => {
  expect(() => read({}, { PEIL_TEAM: 'maybe' })).toThrow(
    'PEIL_TEAM was given "maybe"; expected yes or no (also 1 or 0, true or false). For example: PEIL_TEAM=yes',
  );
});

test('DS1 the place of artifacts is a folder, also a relative one or as an address, or an address of another store', () => {
  const root = (text: string) => read({ 'artifact-root': [text] }).artifactRoot;
  expect([root('/srv/mlruns'), root('mlruns'), root('file:///srv/mlruns/')]).toEqual(
    Array.from({ length: 3 }, () => 'file:///srv/mlruns'),
  );
  expect(root('s3://bucket/runs/')).toBe('s3://bucket/runs');
  expect(read().artifactRoot).toBeNull();
  for (const wrong of ['', '/', 'file://elsewhere/srv', 's3://', 's3:bucket'])
    expect(() => root(wrong), wrong).toThrow('expected a folder, or an address');
  expect(() => root('/home/ann/.local/share/peil/artifacts')).toThrow('inside the data folder');
});
