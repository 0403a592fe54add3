/** One holder signs one document, after seeing in words what it is. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Metadata, Root, Targets } from '@tufjs/models'
import type { SigningKey } from './key-file.ts'
import { addSignature, readRoot, readTargets } from './metadata-file.ts'
import { planOf, sayPlan } from './root-ceremony.ts'
import { roleOfFile, saveDocument } from './staging.ts'

/** The rest is in the staging folder's diff.txt. */
const TOLD_CHANGES = 40

/** What the signature will stand for, line by line; with the changes when the document lies in the staging folder. */
export function describeDocument(file: string): string[] {
  const document = readDocument(file)
  const { version, expires } = document.signed
  if (isRoot(document)) return [`root version ${version}, valid until ${expires}`, ...sayPlan(planOf(document))]
  const names = Object.keys(document.signed.targets).sort()
  const changes = join(dirname(file), 'diff.txt')
  return [
    `targets version ${version}, valid until ${expires}`,
    `${names.length} files: ${names.join(', ')}`,
    ...(existsSync(changes) ? readFileSync(changes, 'utf8').trimEnd().split('\n').slice(0, TOLD_CHANGES) : []),
  ]
}

/**
 * Adds the key's signature to the document in `file`. `root` is the trusted one; a new root names its own keys.
 * Throws when the key has no say in it or the document has run out.
 */
export function signFile(file: string, key: SigningKey, root: Metadata<Root> | undefined, at: string): void {
  const document = readDocument(file)
  const role = isRoot(document) ? 'root' : 'targets'
  const roots = [...(root ? [root] : []), ...(isRoot(document) ? [document] : [])]
  if (roots.length === 0) throw new Error(`${file}: no trusted root says who may sign it; give --repository`)
  if (!roots.some((one) => one.signed.roles[role]?.keyIDs.includes(key.id)))
    throw new Error(`${file}: the key of ${key.body.name} may not sign ${role}`)
  if (Date.parse(document.signed.expires) <= Date.parse(at))
    throw new Error(`${file}: ran out on ${document.signed.expires}`)
  addSignature(document, key)
  saveDocument(file, document)
}

function readDocument(file: string): Metadata<Root> | Metadata<Targets> {
  return roleOfFile(file) === 'root' ? readRoot(file) : readTargets(file)
}

function isRoot(document: Metadata<Root> | Metadata<Targets>): document is Metadata<Root> {
  return document.signed.type === 'root'
}
