/** The folder in which a publication waits for its signatures: pending documents, target files, the diff in words. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Root, Targets } from '@tufjs/models'
import type { Release } from './build-release.ts'
import { sayDiff } from './diff-snapshots.ts'
import { documentBytes, documentType, readRoot, readTargets, signedText } from './metadata-file.ts'
import { writeWhole } from './write-whole.ts'

export type PendingRole = 'root' | 'targets'

export function stageRoot(folder: string, root: Metadata<Root>): void {
  writeWhole(join(folder, 'root.json'), documentBytes(root))
}

/** Writes the unsigned targets document, its files and `diff.txt`; what an earlier build left is replaced. */
export function stageRelease(folder: string, release: Release): void {
  rmSync(join(folder, 'targets'), { recursive: true, force: true })
  for (const [name, bytes] of release.files) writeWhole(join(folder, 'targets', name), bytes)
  writeWhole(join(folder, 'diff.txt'), `${sayDiff(release.diff).join('\n')}\n`)
  writeWhole(join(folder, 'targets.json'), documentBytes(release.targets))
}

/** Keeps signatures that are there when the same document is written again. */
export function saveDocument(file: string, document: Metadata<Root> | Metadata<Targets>): void {
  writeWhole(file, documentBytes(document))
}

export function pendingRoot(folder: string): Metadata<Root> | undefined {
  const file = join(folder, 'root.json')
  return existsSync(file) ? readRoot(file) : undefined
}

export function pendingTargets(folder: string): Metadata<Targets> | undefined {
  const file = join(folder, 'targets.json')
  return existsSync(file) ? readTargets(file) : undefined
}

/** Name → bytes of the staged target files. */
export function stagedFiles(folder: string): Map<string, Uint8Array> {
  const targets = join(folder, 'targets')
  const names = existsSync(targets) ? readdirSync(targets).sort() : []
  return new Map(names.map((name) => [name, readFileSync(join(targets, name))]))
}

/** After a publication nothing waits any more. */
export function clearStaging(folder: string): void {
  for (const name of ['root.json', 'targets.json', 'targets', 'diff.txt'])
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** Copies a pending document out, for a holder on another machine. */
export function exportDocument(folder: string, role: PendingRole, file: string): void {
  const document = role === 'root' ? pendingRoot(folder) : pendingTargets(folder)
  if (!document) throw new Error(`${folder}: no ${role} document waits for signatures`)
  saveDocument(file, document)
}

/** Takes the signatures of an exported copy in. Throws when the copy signs anything else. Returns how many are new. */
export function mergeDocument(folder: string, file: string): number {
  const role = roleOfFile(file)
  const own = role === 'root' ? pendingRoot(folder) : pendingTargets(folder)
  const theirs = role === 'root' ? readRoot(file) : readTargets(file)
  if (!own) throw new Error(`${folder}: no ${role} document waits for signatures`)
  if (signedText(own) !== signedText(theirs))
    throw new Error(`${file}: signs another ${role} document than the one that waits`)
  const fresh = Object.entries(theirs.signatures).filter(([id]) => !Object.hasOwn(own.signatures, id))
  for (const [id, signature] of fresh) own.signatures[id] = signature
  mkdirSync(folder, { recursive: true })
  saveDocument(join(folder, `${role}.json`), own)
  return fresh.length
}

/** `root` or `targets`; throws for any other file. */
export function roleOfFile(file: string): PendingRole {
  const type = documentType(file)
  if (type !== 'root' && type !== 'targets') throw new Error(`${file}: is neither a root nor a targets document`)
  return type
}
