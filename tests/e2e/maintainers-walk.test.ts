/** Three maintainers, threshold two, from the first key to the fourth release, with the real extension updating along. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { textSite } from '../../src/launcher/site.ts'
import { type FolderServer, serveFolder } from '../support/folder-server.ts'
import { buildPointedAt } from '../support/pointed-build.ts'
import { repositoryRoot } from '../support/repository.ts'
import { runRegistry } from '../support/run-registry.ts'

const desk = mkdtempSync(join(tmpdir(), 'zhenhao-walk-'))
const published = join(desk, 'published')
const PAGE = 'https://pages.test/cmb.html'
const site = textSite({ [PAGE]: '<!doctype html><p>招商银行信用卡客服热线 400-820-5555，储蓄卡 95555。</p>' })
const transcript: string[] = []
const open: { server?: FolderServer; browser?: LaunchedBrowser } = {}

afterAll(() => Promise.all([open.browser?.close(), open.server?.close()]))

function tell(text: string): void {
  if (transcript.at(-1) !== '') transcript.push('')
  transcript.push(text, '')
}

/** Runs one command as a maintainer would; the transcript keeps what was typed and what came back. */
async function registry(line: string, exit = 0): Promise<void> {
  const words = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, '')) ?? []
  const { code, text } = await runRegistry(desk, words)
  expect(`${line}: exit ${code}\n${code === exit ? '' : text}`).toBe(`${line}: exit ${exit}\n`)
  transcript.push(`    $ zhenhao registry ${line}`, ...text.split('\n').map((each) => `    ${each}`))
}

/** Dates, hashes, key ids and counts differ from run to run. */
function steady(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/\(([0-9a-f]{8})\)/g, '(<key>)')
    .replace(/[0-9a-f]{64}/g, '<hash>')
    .replace(/\d+ bytes/g, '<n> bytes')
    .replace(/\d+ numbers of \d+ institutions/g, '<n> numbers of <n> institutions')
    .replace(/^ {4}(added|new institution): .*\n/gm, '')
    .replace(/\d+ warnings/g, '<n> warnings')
    .replace(/^ {4}(warning .*|institutions \d.*|look-alike .*)\n/gm, '')
    .replace(/-?\d+ days left/g, '<n> days left')
}

function editRecord(change: (text: string) => string): void {
  const file = join(desk, 'data/institutions/cmb.yaml')
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
}

async function twoSign(role: 'root' | 'targets', first: string, second: string): Promise<void> {
  await registry(`sign --role ${role} --key keys/${first}.key --repository published --yes`)
  await registry(`sign --role ${role} --export to-${second}.json`)
  await registry(`sign to-${second}.json --key keys/${second}.key --repository published --yes`)
  await registry(`sign --role ${role} --merge to-${second}.json`)
}

async function codes(): Promise<string[]> {
  const tab = await open.browser?.open(PAGE)
  if (!tab) throw new Error('the browser is not open')
  const marks = orderMarks(await framesAtRest(tab))
  await tab.close()
  return marks.map((mark) => `${mark.text} ${mark.code}`)
}

/** The popup's own request for an update; gives how it ended. */
async function update(): Promise<unknown> {
  const popup = await open.browser?.openOwn('popup.html')
  const reply = await popup?.evaluate(async () => {
    const { runtime } = Reflect.get(globalThis, 'chrome')
    return runtime.sendMessage({ name: 'updateRegistry', body: null })
  })
  await popup?.close()
  return reply?.value?.outcome
}

it('must-hold 13: walks from the first key to the fourth release, one key of two never enough', async () => {
  cpSync(join(repositoryRoot, 'data'), join(desk, 'data'), { recursive: true })
  tell('Each maintainer makes a key on a machine of their own; the public parts go round.')
  for (const name of ['li', 'wang', 'zhao', 'online']) await registry(`keygen keys/${name}.key --name ${name}`)
  tell('Together they make the root: three holders, any two of them.')
  await registry(
    'root init --key keys/li.key.pub --key keys/wang.key.pub --key keys/zhao.key.pub --threshold 2 --online keys/online.key.pub',
  )
  await twoSign('root', 'li', 'wang')
  tell('The first release. One signature is not enough.')
  await registry('build --repository published --why "first release"')
  await registry('sign --key keys/li.key --yes')
  await registry('publish published --online keys/online.key', 1)
  await registry('sign --key keys/wang.key --yes')
  await registry('publish published --online keys/online.key')
  open.server = await serveFolder(published)
  const extension = await buildPointedAt('chromium', open.server.url, published)
  open.browser = await launchBrowser('chromium', { extension, site, registry: open.server.url })
  expect(await codes()).toEqual(['400-820-5555 official', '95555 official'])

  tell(
    'A record changes: for the exercise, one line of the bank has ended. Lint, diff, build, two signatures, publish.',
  )
  editRecord((text) => text.replace(/^( {2}- number: 400-820-5555\n)/m, '$1    validTo: 2026-01-31\n'))
  await registry('lint')
  await registry('diff --against published')
  await registry('build --repository published --why "card line ended, says the bank"')
  await twoSign('targets', 'wang', 'zhao')
  await registry('publish published --online keys/online.key')
  expect(await update()).toMatchObject({ kind: 'updated', seq: 2, by: 'delta' })
  expect(await codes()).toEqual(['400-820-5555 retired', '95555 official'])
  tell('> The extension, pointed at this folder, updates by delta: the card line is now “已停用 / No longer official”.')

  tell('Zhao loses a key. Sun takes the place: old and new holders sign the next root, and the data is signed anew.')
  await registry('keygen keys/sun.key --name sun')
  await registry('root rotate --repository published --remove zhao --add keys/sun.key.pub')
  await registry('sign --role root --key keys/li.key --repository published --yes')
  await registry('root rotate --repository published')
  await registry('sign --role root --key keys/wang.key --repository published --yes')
  await registry('build --repository published --why "signed anew after the loss of a key"')
  await registry('sign --key keys/zhao.key --repository published --yes', 1)
  await twoSign('targets', 'li', 'sun')
  await registry('publish published --online keys/online.key')
  expect(await update()).toMatchObject({ kind: 'updated', seq: 3 })

  tell('The fourth release takes the change back.')
  editRecord((text) => text.replace('    validTo: 2026-01-31\n', ''))
  await registry('build --repository published --why "the bank corrects itself: the card line goes on"')
  await twoSign('targets', 'sun', 'wang')
  await registry('publish published --online keys/online.key')
  expect(await update()).toMatchObject({ kind: 'updated', seq: 4, by: 'delta' })
  expect(await codes()).toEqual(['400-820-5555 official', '95555 official'])
  tell('> Again by delta: the card line is official again.')
  await registry('refresh-timestamp published --online keys/online.key')
  await registry('status published')
  await registry('log published')
  expect(open.server.asked).toContain('metadata/timestamp.json')
  expect(open.server.asked.filter((path) => path.includes('?'))).toEqual([])

  const head =
    '# A walk: three maintainers, threshold two\n\nWritten by `tests/e2e/maintainers-walk.test.ts`, which runs every line. Passphrases come from `ZHENHAO_PASSPHRASE` here; at a terminal they are asked.\n'
  await expect(steady(`${head}${transcript.join('\n')}\n`)).toMatchFileSnapshot('../../docs/maintainers-walk.md')
}, 240_000)
