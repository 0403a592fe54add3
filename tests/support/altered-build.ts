/** A copy of the built extension with something changed: a flipped byte, a planted line, another manifest. */
import { globSync } from 'node:fs'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExtension } from '../../scripts/build-extension.ts'
import type { BrowserName } from '../../src/launcher/browser.ts'

/** Changes to make: path in the package (with `*` for what every build names anew) → new content from the old. */
export type Changes = Record<string, (content: Buffer) => Buffer | string>

/** @returns the folder of the changed copy. @throws when a change changes nothing. */
export async function alteredBuild(browser: BrowserName, changes: Changes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `zhenhao-${browser}-`))
  await cp(await buildExtension(browser), folder, { recursive: true })
  for (const [pattern, change] of Object.entries(changes)) {
    const [path, ...others] = globSync(pattern, { cwd: folder })
    if (path === undefined || others.length > 0) throw new Error(`${pattern} is not one file of the package`)
    const before = await readFile(join(folder, path))
    const after = Buffer.from(change(Buffer.from(before)))
    if (after.equals(before)) throw new Error(`${path} was not changed`)
    await writeFile(join(folder, path), after)
  }
  return folder
}

/** Turns one bit of the byte at `index`, counted from the end when negative. */
export function flipByte(index: number): (content: Buffer) => Buffer {
  return (content) => {
    const at = index < 0 ? content.length + index : index
    content[at] = (content[at] ?? 0) ^ 1
    return content
  }
}
