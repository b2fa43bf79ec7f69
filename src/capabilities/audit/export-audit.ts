import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Services } from '../../platform/context/context.ts';
import { findLastCheckpoint, readVerifierKeys } from './checkpoint-folder.ts';
import { countUnsealed, type EventWithDetails, getHead, listSealedAfter, listUnsealedAfter } from './queries.ts';
import { sealedFacts } from './seal-events.ts';

type Exporting = Pick<Services, 'database' | 'config' | 'clock'>;

export const exportFormat = 'peil.audit';
export const exportVersion = 1;

/** Says how to verify what follows, without Peil. */
const method = {
  eventHash: 'hex SHA-256(0x02 || previous hash || RFC 8785 JSON of "event"); before the first: 32 zero bytes',
  dataHash: 'hex SHA-256(0x03 || salt || RFC 8785 JSON of "data"), in "details" unless erased',
  tree: 'RFC 6962 over the event hashes (32 bytes each); roots signed as C2SP tlog-checkpoint',
};

const eventsPerPage = 1_000;

/** Writes the whole trail as JSON Lines: a header, every sealed event in order, then the unsealed tail. */
export async function exportAudit(services: Exporting, writable: Writable): Promise<void> {
  await pipeline(exportStream(services), writable);
}

export function exportStream(services: Exporting): Readable {
  return Readable.from(exportPages(services), { objectMode: false });
}

/**
 * Pages of lines. What is sealed meanwhile is included; an event that is sealed while the tail is read may be missing
 * there, so the count in the header is that of its moment.
 */
async function* exportPages(services: Exporting): AsyncGenerator<string> {
  const db = services.database.reader;
  yield `${JSON.stringify(await exportHeader(services))}\n`;
  let sequence = 0;
  for (;;) {
    const page = await listSealedAfter(db, sequence, eventsPerPage);
    if (page.length === 0) break;
    yield page.map(exportLine).join('');
    sequence = page.at(-1)?.sequence ?? sequence;
  }
  let position = 0;
  for (;;) {
    const page = await listUnsealedAfter(db, position, eventsPerPage);
    if (page.length === 0) return;
    yield page.map(exportLine).join('');
    position = page.at(-1)?.position ?? position;
  }
}

async function exportHeader({ database, config, clock }: Exporting): Promise<object> {
  const { sequence, hash } = await getHead(database.reader);
  const last = await findLastCheckpoint(config.checkpointFolder);
  return {
    format: exportFormat,
    version: exportVersion,
    exportedAt: new Date(clock.now()).toISOString(),
    size: sequence,
    lastHash: hash,
    unsealed: await countUnsealed(database.reader),
    method,
    verifierKeys: await readVerifierKeys(config.checkpointFolder),
    lastCheckpoint: last?.note ?? null,
  };
}

function exportLine(row: EventWithDetails): string {
  const { sequence, hash } = row;
  // Sealed or not, the event has the same members: an unsealed one says null for its place.
  const event = { ...sealedFacts(row, sequence ?? 0), sequence };
  return `{"hash":${JSON.stringify(hash)},"event":${JSON.stringify(event)},"details":${detailsOf(row)}}\n`;
}

/** The data are JSON already, and stay the text that was hashed. */
function detailsOf({ salt, data, erased_at }: EventWithDetails): string {
  if (erased_at !== null) return `{"erasedAt":${JSON.stringify(erased_at)}}`;
  return data === null ? 'null' : `{"salt":${JSON.stringify(salt)},"data":${data}}`;
}
