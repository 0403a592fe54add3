/** The repository's own files, for tests that walk it: what git tracks or would track. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Paths relative to the root. */
export function repositoryFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard']
  const { stdout, status } = spawnSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' })
  if (status !== 0) throw new Error('git ls-files failed: run the tests in a clone')
  return stdout.split('\n').filter((path) => path !== '' && existsSync(join(repositoryRoot, path)))
}

export function readRepositoryFile(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8')
}
