/** The labelled texts of ../shared/eval are public posts and not ours to publish: none may stand in the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRepositoryFile, repositoryFiles, repositoryRoot } from '../support/repository.ts'

const folder = join(repositoryRoot, '..', 'shared', 'eval')
const absent = !existsSync(folder)

describe.skipIf(absent)(absent ? 'skipped: no ../shared' : 'labelled texts', () => {
  it('stand nowhere in the repository', () => {
    const all = repositoryFiles()
      .filter((file) => /\.(ts|tsx|mjs|js|json|jsonl|yaml|md|html|txt|tsv)$/.test(file) && file !== 'package-lock.json')
      .map(readRepositoryFile)
      .join('\n')
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
      .map((line): string => JSON.parse(line).text)
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => text.length >= 15 && all.includes(text.slice(0, 40)))).toEqual([])
  })
})
