/** Plants violations of the import direction in a copy of the project's layout and sees Biome refuse each. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const biome = join(root, 'node_modules/.bin/biome')
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'zhenhao-imports-'))
  cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
})
afterAll(() => rmSync(copy, { recursive: true }))

function lint(file: string, text: string) {
  const path = join(copy, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const args = ['lint', '--vcs-enabled=false', '--error-on-warnings', '--colors=off', '.']
  const { status, stdout, stderr } = spawnSync(biome, args, { cwd: copy, encoding: 'utf8' })
  rmSync(path)
  return { status, said: stdout + stderr }
}

const importing = (module: string) => `import { thing } from '${module}'\n\nexport const use = thing\n`

it.each([
  ['src/phone/planted.ts', '../registry/schema.ts'],
  ['src/phone/planted.ts', 'wxt/browser'],
  ['src/registry/schema.ts', '../phone/found.ts'],
  ['src/registry/trust/planted.ts', '../store.ts'],
  ['src/registry/trust/planted.ts', 'node:crypto'],
  ['src/registry/planted.ts', '../verdict/judge.ts'],
  ['src/verdict/planted.ts', '../registry/store.ts'],
  ['src/verdict/planted.ts', 'dexie'],
  ['src/page/planted.ts', '../registry/schema.ts'],
  ['src/page/planted.ts', 'libphonenumber-js'],
  ['src/page/planted.ts', 'wxt/browser'],
  ['src/page/planted.ts', '../messages.ts'],
  ['src/page/planted.ts', '../settings.ts'],
  ['src/ui/planted.tsx', '../messages.ts'],
  ['src/ui/planted.tsx', '../registry/store.ts'],
  ['src/ui/planted.tsx', 'wxt/browser'],
  ['src/publish/planted.ts', '../page/flow.ts'],
  ['src/cli/planted.ts', '../../entrypoints/background.ts'],
  ['src/shell/planted.ts', '../publish/build-snapshot.ts'],
  ['entrypoints/planted.ts', '../src/publish/build-snapshot.ts'],
  ['src/cli/planted.ts', '../../tests/support/story-build.ts'],
  ['src/publish/planted.ts', '../../tests/support/story-build.ts'],
  ['src/ui/planted.tsx', '../../tests/ui/stories.ts'],
  ['entrypoints/planted.ts', '../tests/support/story-build.ts'],
  ['src/launcher/planted.ts', '../../tests/support/story-build.ts'],
  ['src/launcher/planted.ts', '../verdict/judge.ts'],
  ['src/shell/planted.ts', '../launcher/browser.ts'],
  ['src/page/planted.ts', '../launcher/browser.ts'],
])('%s may not import %s', (file, module) => {
  const { status, said } = lint(file, importing(module))
  expect(said).toContain('noRestrictedImports')
  expect(said).toContain('Imports point down')
  expect(status).not.toBe(0)
})

it.each([
  ['src/verdict/planted.ts', '../registry/schema.ts'],
  ['src/page/planted.ts', '../phone/find.ts'],
  ['src/cli/planted.ts', '../publish/build-snapshot.ts'],
  ['src/cli/planted.ts', '../launcher/browser.ts'],
  ['src/launcher/planted.ts', '../protocol.ts'],
])('%s may import %s', (file, module) => {
  const { status, said } = lint(file, importing(module))
  expect(said).not.toContain('noRestrictedImports')
  expect(status).toBe(0)
})

it('refuses an import cycle', () => {
  const other = join(copy, 'src/phone/other.ts')
  mkdirSync(dirname(other), { recursive: true })
  writeFileSync(other, `import { first } from './first.ts'\n\nexport const second = () => first\n`)
  const { status, said } = lint(
    'src/phone/first.ts',
    `import { second } from './other.ts'\n\nexport const first = second\n`,
  )
  rmSync(other)
  expect(said).toContain('noImportCycles')
  expect(status).not.toBe(0)
})
