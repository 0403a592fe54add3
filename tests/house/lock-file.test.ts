/** `npm ci` refuses a lock file without every platform's optional packages, and some mirrors make npm drop them. */
import { expect, it } from 'vitest'
import { readRepositoryFile } from '../support/repository.ts'

interface Locked {
  optionalDependencies?: Record<string, string>
}

it('the lock file names every optional package of every package', () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(readRepositoryFile('package-lock.json'))
  const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)))
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  expect(optional.length).toBeGreaterThan(20)
  expect(optional.filter((name) => !names.has(name))).toEqual([])
})
