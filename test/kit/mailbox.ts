import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveMailer, type Mail } from '../../src/capabilities/notifications/mailer.ts';
import type { Services } from '../../src/platform/context/context.ts';

export interface Mailbox {
  /** what was sent, in order */
  read(): Promise<Mail[]>;
  /** from here on, sending fails with this reason; null: it works again */
  refuse(reason: string | null): void;
  remove(): Promise<void>;
}

/** Mail that is written to files instead of being sent. */
export async function openMailbox(services: Pick<Services, 'events'>): Promise<Mailbox> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-mail-'));
  let count = 0;
  let refusal: string | null = null;
  giveMailer(services, {
    send: async (mail) => {
      if (refusal !== null) throw new Error(refusal);
      count += 1;
      await writeFile(join(folder, `${String(count).padStart(4, '0')}.json`), JSON.stringify(mail));
    },
  });
  return {
    read: async () => {
      const files = (await readdir(folder)).sort();
      return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Mail));
    },
    refuse: (reason) => {
      refusal = reason;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The other end of SMTP, as little of it as a delivery needs; `said` is every line that the client wrote. */
export async function openSmtpServer(): Promise<{ port: number; said: string[]; close(): Promise<void> }> {
  const said: string[] = [];
  const server = createServer((socket) => converse(socket, said));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, said, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function converse(socket: Socket, said: string[]): void {
  let isInBody = false;
  const answer = (line: string): string | null => {
    if (isInBody) {
      if (line !== '.') return null;
      isInBody = false;
      return '250 kept';
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') return '250-test\r\n250 AUTH PLAIN';
    if (word === 'AUTH') return '235 welcome';
    if (word === 'DATA') isInBody = true;
    return { DATA: '354 go on', QUIT: '221 bye' }[word] ?? '250 fine';
  };
  socket.write('220 test\r\n');
  socket.on('error', () => {});
  let rest = '';
  socket.on('data', (chunk) => {
    const lines = `${rest}${String(chunk)}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      said.push(line);
      const words = answer(line);
      if (words !== null) socket.write(`${words}\r\n`);
    }
  });
}
