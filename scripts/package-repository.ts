/** The maintainers' published repository as a package ships it: the roots, the latest documents, the latest data set with its history. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentSeq, currentState, readRepository } from '../src/publish/read-repository.ts'
import { missingSignatures, signatureState } from '../src/publish/role-signatures.ts'
import { HISTORY_TARGET } from '../src/registry/history.ts'

export interface RepositoryFiles {
  seq: number
  /** Path in the package's registry folder → file of the published folder. */
  files: Map<string, string>
}

/**
 * @throws one sentence for a folder that holds no publication, a development registry, or one signed by too few: a
 * release must not ship it.
 */
export function packageRepository(folder: string): RepositoryFiles {
  const repository = readRepository(folder)
  if (!repository) throw new Error(`${folder}: nothing was published here`)
  if (currentState(repository).channel !== 'release')
    throw new Error(`${folder}: holds a development registry; a release build refuses it`)
  const { root, targets, snapshot } = repository
  const missing = missingSignatures([...signatureState(root, [root]), ...signatureState(targets, [root])])
  if (missing) throw new Error(`${folder}: ${missing}`)
  const listed = [`base-${currentSeq(targets)}.json`, HISTORY_TARGET].filter((name) => targets.signed.targets[name])
  const documents = [
    ...readdirSync(join(folder, 'metadata')).filter((name) => name.endsWith('.root.json')),
    `${targets.signed.version}.targets.json`,
    `${snapshot.signed.version}.snapshot.json`,
    'timestamp.json',
  ].map((name) => `metadata/${name}`)
  const data = listed.map((name) => `targets/${targets.signed.targets[name]?.hashes.sha256}.${name}`)
  const files = new Map([...documents, ...data].map((path) => [path, join(folder, path)]))
  return {
    seq: currentSeq(targets),
    files: files.set('root.json', join(folder, 'metadata', `${root.signed.version}.root.json`)),
  }
}

/** Path in the package's registry folder → bytes. */
export function readPackage({ files }: RepositoryFiles): Map<string, Uint8Array> {
  return new Map([...files].map(([path, file]) => [path, readFileSync(file)]))
}
