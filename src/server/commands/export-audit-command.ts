import { createWriteStream } from 'node:fs';
import { exportAudit } from '../../capabilities/audit/index.ts';
import type { Config } from '../../platform/config/config.ts';
import { offlineErrors } from './offline-errors.ts';
import { withOfflineData } from './with-offline-data.ts';

/** `peil audit export`: the whole trail into a file, or to standard output for a program that reads us. */
export async function exportAuditCommand(config: Config, out: string | null): Promise<void> {
  await withOfflineData(config, async (services) => {
    try {
      await exportAudit(services, out === null ? process.stdout : createWriteStream(out));
    } catch (error) {
      const { code, path, message } = error as NodeJS.ErrnoException;
      // Whoever reads us may stop reading.
      if (code === 'EPIPE') return;
      if (out !== null && path !== undefined) throw offlineErrors.notWritable({ path: out, reason: code ?? message });
      throw error;
    }
  });
}
