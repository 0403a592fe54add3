import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readChangeLog } from '../../src/publish/change-log.ts'
import { currentState, latestRoot, readRepository } from '../../src/publish/read-repository.ts'
import { readState } from '../../src/publish/read-state.ts'
import { hoursOn, newFolder, sampleHolders } from './sample-ceremony.ts'
import { firstRelease } from './sample-release.ts'

vi.setConfig({ testTimeout: 60_000 })

const holders = sampleHolders()
let folder = ''
beforeEach(async () => {
  folder = (await firstRelease(holders)).folder
})

const sentenceOf = (task: () => unknown) => {
  try {
    task()
    return 'accepted'
  } catch (error) {
    return String(error).replace(`Error: ${folder}`, 'FOLDER')
  }
}
const fileOf = (ending: string) => {
  const name = readdirSync(join(folder, 'targets')).find((one) => one.endsWith(ending))
  if (!name) throw new Error(`no ${ending}`)
  return name
}

describe('a torn or tampered repository', () => {
  it('is told by the file that is missing, no document, or does not match its name', () => {
    const base = fileOf('.base-1.json')
    renameSync(join(folder, 'metadata/1.targets.json'), join(folder, 'metadata/targets'))
    expect(sentenceOf(() => readRepository(folder))).toBe('FOLDER/metadata/1.targets.json: is missing or unreadable')
    writeFileSync(join(folder, 'metadata/1.targets.json'), 'no')
    expect(sentenceOf(() => readRepository(folder))).toBe('FOLDER/metadata/1.targets.json: is not a targets document')
    renameSync(join(folder, 'metadata/targets'), join(folder, 'metadata/1.targets.json'))
    writeFileSync(join(folder, 'targets', base), '{}')
    expect(sentenceOf(() => readRepository(folder))).toBe(`FOLDER/targets/${base}: does not match its hash`)
  })

  it('says which publication has no data, and that a folder has no root', () => {
    rmSync(join(folder, 'targets', fileOf('.base-1.json')))
    const repository = readRepository(folder)
    expect(sentenceOf(() => repository && currentState(repository))).toBe(
      'FOLDER: the data of publication 1 is not in targets/',
    )
    rmSync(join(folder, 'metadata/1.root.json'))
    expect(sentenceOf(() => latestRoot(folder))).toBe('FOLDER: holds no root')
  })

  it('says what is wrong with the change log', () => {
    const name = fileOf('.change-log.json')
    const repository = readRepository(folder)
    const read = (content: string) => {
      writeFileSync(join(folder, 'targets', name), content)
      return sentenceOf(() => repository && readChangeLog(repository))
    }
    expect(read('{')).toBe(`FOLDER/targets/${name}: is not a change log`)
    expect(read('[]')).toBe(`FOLDER/targets/${name}: the change log is not a mapping`)
    expect(read('{"schema":1}')).toBe(`FOLDER/targets/${name}: entries is missing`)
  })
})

describe('readState', () => {
  const sentence = (path: string) => sentenceOf(() => readState(path, hoursOn(0))).replace(/^\w*Error: /, '')

  it('reads a repository and refuses what is no state', () => {
    expect(readState(folder, hoursOn(0)).seq).toBe(1)
    const other = newFolder('other')
    expect(sentence(other)).toBe(`${other}: is neither a data folder, a published repository nor a base file`)
    expect(sentence(join(other, 'a'))).toBe(`${other}/a: does not exist`)
    writeFileSync(join(other, 'a'), 'no')
    expect(sentence(join(other, 'a'))).toBe(`${other}/a: is not a base file`)
    writeFileSync(join(other, 'a'), '{}')
    expect(sentence(join(other, 'a'))).toBe('the registry: schema is not 1')
  })
})
