import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgresBinaries } from './programs.ts';

export type PostgresOptions = {
  /** Whether a commit reaches the disk. Off for suites about behaviour; on for those that kill the server or measure it. */
  fsync?: boolean;
  /** Further settings of the server, by their names in postgresql.conf. */
  settings?: Record<string, string>;
};

/** A PostgreSQL of one's own: data in a temporary folder, heard on 127.0.0.1 only, gone with `stop()`. */
export type PostgresCluster = {
  /** Of the superuser, on the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Ends the server at once, as a power cut would; what it wrote stays. */
  kill: () => Promise<void>;
  /** Starts it again on the same data and port, after `kill()`. */
  restart: () => Promise<void>;
  /** Ends the server and removes its data. */
  stop: () => Promise<void>;
};

export const postgresMissing =
  'PostgreSQL is not on this machine: install it (on Debian and Ubuntu: apt-get install postgresql), or name its folder of programs in PEIL_TEST_POSTGRES_BIN.';

/** Up and answering in about two seconds. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresCluster> {
  const binaries = findPostgresBinaries();
  if (!binaries) throw new Error(postgresMissing);
  const owner = unprivilegedOwner();
  // The superuser's own temporary folder may be closed to the user that runs the server.
  const parent = owner ? '/tmp' : tmpdir();
  removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, prefix));
  try {
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const place = { binaries, folder, owner };
    initialise(place);
    return await openCluster(place, options);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
}

const prefix = 'peil-postgres-';
const hour = 3_600_000;

/** Data of runs that were killed before they could remove it: older than an hour, and no server uses it. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent).filter((candidate) => candidate.startsWith(prefix))) {
    const folder = join(parent, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > hour && !existsSync(join(folder, 'postmaster.pid'))) rmSync(folder, { recursive: true, force: true });
  }
}

type Owner = { uid: number; gid: number };
type Place = { binaries: string; folder: string; owner: Owner | undefined };

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no such user. */
function unprivilegedOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      const ask = (what: string) => Number(execFileSync('id', [what, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // There is no such user: try the next.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody to run it.',
  );
}

function initialise({ binaries, folder, owner }: Place): void {
  const args = [
    '--pgdata',
    folder,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(binaries, 'initdb'), args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner });
}

async function openCluster(place: Place, options: PostgresOptions): Promise<PostgresCluster> {
  const port = await freePort();
  let server = await startServer(place, port, options);
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      server = await startServer(place, port, options);
    },
    stop: async () => {
      // SIGQUIT: without a last write of everything to the disk, which is removed in the next line.
      await end('SIGQUIT');
      rmSync(place.folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function startServer(place: Place, port: number, options: PostgresOptions): Promise<ChildProcess> {
  // After a kill, the children of the old server need a moment to see it; until then the new one refuses to start.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryToStart(place, port, options);
    } catch (cause) {
      if (attempt === 20) throw cause;
      await sleep(100);
    }
  }
}

function tryToStart({ binaries, folder, owner }: Place, port: number, options: PostgresOptions): Promise<ChildProcess> {
  const settings = Object.entries(settingsOf(options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'postgres'), '-D', folder, '-p', String(port), ...settings];
  const [program = '', ...args] = endingWithUs(command);
  const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner });
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-8000);
      if (log.includes('database system is ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with exit code ${code} while starting:\n${log}`)));
  });
}

function settingsOf({ fsync = false, settings = {} }: PostgresOptions): Record<string, string> {
  const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(fsync ? {} : unsafe),
    ...settings,
  };
}

/** On Linux the server also ends when we are killed and cannot end it ourselves. */
function endingWithUs(command: string[]): string[] {
  return process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'INT', '--', ...command] : command;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
