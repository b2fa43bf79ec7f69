import type { AnyDb } from '../../platform/db/database.ts';
import { alternatives } from './alternatives.ts';
import { listAttachmentsOf } from './attachment-queries.ts';
import { dataRequirements } from './data-requirements.ts';
import { listFits } from './fit-questions.ts';
import { findTranslation, listLinks } from './translation-queries.ts';
import { listVerdictsOf } from './verdict-queries.ts';

/** What was written, as it is hashed and signed: in a fixed order, and nothing that changes by itself. */
export async function snapshotOfTranslation(db: AnyDb, problemId: string) {
  const { texts } = await findTranslation(db, problemId);
  const links = (await listLinks(db, problemId)).filter((link) => link.isLinked);
  return {
    ...texts,
    keyResults: links.map(({ keyResultId, contributes, text }) => ({ keyResultId, contributes, text })),
  };
}

export async function snapshotOfDataRequirements(db: AnyDb, problemId: string) {
  return withoutVersions(await dataRequirements.list(db, problemId));
}

/** The list and the fit questions; the reasoning in words is in the snapshot already. */
export async function snapshotOfAlternatives(db: AnyDb, problemId: string) {
  const fits = await listFits(db, problemId);
  return {
    options: withoutVersions(await alternatives.list(db, problemId)),
    fit: fits.map(({ question, answer, reason }) => ({ question, answer, reason })),
  };
}

/** Those that stand, in the order in which they were given. */
export async function snapshotOfVerdicts(db: AnyDb, problemId: string) {
  const standing = (await listVerdictsOf(db, problemId)).filter((each) => each.isStanding).reverse();
  return standing.map(({ keyResultId, role, userId, verdict, reason, at }) => ({
    keyResultId,
    role,
    userId,
    verdict,
    reason,
    at,
  }));
}

/** Files by what is in them, links by where they go. */
export async function snapshotOfAttachments(db: AnyDb, problemId: string) {
  return (await listAttachmentsOf(db, problemId)).map(({ id, kind, title, url, sha256 }) => ({
    id,
    kind,
    title,
    url,
    sha256,
  }));
}

function withoutVersions<Thing extends { version: number; position: number }>(things: readonly Thing[]) {
  return things.map(({ version: _version, position: _position, ...written }) => written);
}
