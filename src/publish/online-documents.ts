/** Snapshot and timestamp: what the online key signs, at each publication and every day. */
import { Metadata, MetaFile, Snapshot, type Targets, Timestamp } from '@tufjs/models'
import type { SigningKey } from './key-file.ts'
import { addSignature, daysAfter, SPEC_VERSION } from './metadata-file.ts'

export const TIMESTAMP_DAYS = 15
const SNAPSHOT_DAYS = 45
/** A snapshot with fewer days left is signed anew by the daily job. */
const SNAPSHOT_RENEW_DAYS = 30

export interface OnlineDocuments {
  snapshot: Metadata<Snapshot>
  timestamp: Metadata<Timestamp>
}

/** New documents for `targets`, one version up. `at`: ISO 8601. */
export function publishOnline(
  targets: Metadata<Targets>,
  previous: OnlineDocuments | undefined,
  key: SigningKey,
  at: string,
): OnlineDocuments {
  const snapshot = nextSnapshot(targets, previous?.snapshot.signed.version ?? 0, key, at)
  return { snapshot, timestamp: nextTimestamp(snapshot, previous?.timestamp.signed.version ?? 0, key, at) }
}

/** The daily job: a new timestamp, and a new snapshot when the old one has less than 30 days left. */
export function renewOnline(
  targets: Metadata<Targets>,
  previous: OnlineDocuments,
  key: SigningKey,
  at: string,
): OnlineDocuments {
  const left = Date.parse(previous.snapshot.signed.expires) - Date.parse(at)
  const stays = left >= SNAPSHOT_RENEW_DAYS * 86_400_000
  const snapshot = stays ? previous.snapshot : nextSnapshot(targets, previous.snapshot.signed.version, key, at)
  return { snapshot, timestamp: nextTimestamp(snapshot, previous.timestamp.signed.version, key, at) }
}

function nextSnapshot(targets: Metadata<Targets>, version: number, key: SigningKey, at: string): Metadata<Snapshot> {
  const document = new Metadata(
    new Snapshot({
      version: version + 1,
      specVersion: SPEC_VERSION,
      expires: daysAfter(at, SNAPSHOT_DAYS),
      meta: { 'targets.json': new MetaFile({ version: targets.signed.version }) },
    }),
  )
  addSignature(document, key)
  return document
}

function nextTimestamp(
  snapshot: Metadata<Snapshot>,
  version: number,
  key: SigningKey,
  at: string,
): Metadata<Timestamp> {
  const document = new Metadata(
    new Timestamp({
      version: version + 1,
      specVersion: SPEC_VERSION,
      expires: daysAfter(at, TIMESTAMP_DAYS),
      snapshotMeta: new MetaFile({ version: snapshot.signed.version }),
    }),
  )
  addSignature(document, key)
  return document
}
