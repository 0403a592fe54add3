/** Three maintainers and an online key, made once per test file: real keys, real files. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyFile, openKeyFile, type SigningKey } from '../../src/publish/key-file.ts'
import type { RootPlan } from '../../src/publish/root-ceremony.ts'

export const PASSPHRASE = 'correct horse battery'

export interface Holders {
  folder: string
  li: SigningKey
  wang: SigningKey
  zhao: SigningKey
  online: SigningKey
  plan: RootPlan
}

export function sampleHolders(): Holders {
  const folder = mkdtempSync(join(tmpdir(), 'zhenhao-keys-'))
  const make = (name: string) => {
    createKeyFile(join(folder, name), name, PASSPHRASE)
    return openKeyFile(join(folder, name), PASSPHRASE)
  }
  const [li, wang, zhao, online] = [make('li'), make('wang'), make('zhao'), make('online')]
  const keys = [li, wang, zhao]
  return {
    folder,
    li,
    wang,
    zhao,
    online,
    plan: { root: { keys, threshold: 2 }, targets: { keys, threshold: 2 }, online },
  }
}

/** A moment so many hours after the test run began, as ISO 8601: the real clock is what tuf-js goes by. */
const START = Date.now()
export function hoursOn(hours: number): string {
  return new Date(START + hours * 3_600_000).toISOString()
}

export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `zhenhao-${name}-`))
}
