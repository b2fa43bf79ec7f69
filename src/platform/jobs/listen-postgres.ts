import type { Client } from 'pg';

export const wakeChannel = 'peil_job';

/**
 * Hears on a connection of its own that another process has written a job. A lost connection is opened again; until
 * then the poll finds the work, only later.
 */
export function listenPostgres(url: string, heard: (word: string) => void): { close(): Promise<void> } {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const later = () => {
    client = undefined;
    if (isClosed) return;
    timer = setTimeout(() => void open(), 1_000);
    timer.unref();
  };
  const open = async () => {
    const { default: pg } = await import('pg');
    const opened = new pg.Client({ connectionString: url });
    client = opened;
    // Once for both an error and an end: they come together.
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      later();
    };
    opened.on('error', lose);
    opened.on('end', lose);
    opened.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await opened.connect();
      await opened.query(`listen ${wakeChannel}`);
      heard('');
    } catch {
      lose();
    }
  };
  const opening = open();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => {});
    },
  };
}
