/** Where a repository stands: versions, days left, who signed, what waits for whom. */
import { currentSeq, type PublishedRepository } from './read-repository.ts'
import { type RoleState, signatureState } from './role-signatures.ts'
import { pendingRoot, pendingTargets } from './staging.ts'

export interface DocumentStatus {
  role: string
  version: number
  expires: string
  /** Whole days until it runs out; negative when it has. */
  daysLeft: number
}

export interface RepositoryStatus {
  /** Number of the latest publication; 0 when there is none. */
  seq: number
  documents: DocumentStatus[]
  /** Who signed the latest root and targets. */
  signatures: RoleState[]
  /** What waits in staging, and who can still sign it. */
  waiting: RoleState[]
}

/** A document with fewer days left is worth a warning. */
export const SOON_DAYS = { root: 90, targets: 30, snapshot: 10, timestamp: 7 } as const

/** `at`: ISO 8601, today. */
export function repositoryStatus(
  repository: PublishedRepository | undefined,
  staging: string,
  at: string,
): RepositoryStatus {
  const root = pendingRoot(staging)
  const targets = pendingTargets(staging)
  const trusted = root ?? repository?.root
  const waiting = [
    ...(root
      ? signatureState(
          root,
          repository && repository.root.signed.version < root.signed.version ? [repository.root, root] : [root],
        )
      : []),
    ...(targets && trusted ? signatureState(targets, [trusted]) : []),
  ]
  if (!repository) return { seq: 0, documents: [], signatures: [], waiting }
  const { root: served, targets: current, snapshot, timestamp } = repository
  const documents = { root: served, targets: current, snapshot, timestamp }
  return {
    seq: currentSeq(current),
    documents: Object.entries(documents).map(([role, { signed }]) => ({
      role,
      version: signed.version,
      expires: signed.expires,
      daysLeft: Math.floor((Date.parse(signed.expires) - Date.parse(at)) / 86_400_000),
    })),
    signatures: [...signatureState(served, [served]), ...signatureState(current, [served])],
    waiting,
  }
}
