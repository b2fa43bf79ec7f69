import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type ArtifactFile, trackingErrors } from '../../capabilities/tracking/index.ts';
import type { Services } from '../../platform/context/context.ts';

const life_ms = 3_600_000;

/**
 * Leave to fetch one content for an hour, without saying who one is. The key lives as long as the process: after a restart a
 * client asks for another permit, as it does when one has run out.
 */
export class DownloadPermits {
  readonly #key = randomBytes(32);
  readonly #clock: Services['clock'];

  constructor({ clock }: Pick<Services, 'clock'>) {
    this.#clock = clock;
  }

  give({ sha256, size_bytes, name }: ArtifactFile): string {
    const said = [sha256, size_bytes, this.#clock.now() + life_ms, encodeURIComponent(name)].join('.');
    return `${said}.${this.#seal(said)}`;
  }

  /** Throws 404 for a permit that was not given here, that is of another content, or that has run out. */
  check(permit: string, sha256: string): ArtifactFile {
    const end = permit.lastIndexOf('.');
    const [said, seal] = [permit.slice(0, Math.max(0, end)), permit.slice(end + 1)];
    const [known = '', size = '', until = '', ...name] = said.split('.');
    const isSealed = seal.length === 64 && timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(said)));
    if (!isSealed || known !== sha256 || Number(until) < this.#clock.now())
      throw trackingErrors.artifactNotFound({ path: sha256 });
    return {
      sha256: known as ArtifactFile['sha256'],
      size_bytes: Number(size),
      name: decodeURIComponent(name.join('.')),
    };
  }

  #seal(said: string): string {
    return createHmac('sha256', this.#key).update(said).digest('hex');
  }
}
