/** A view that changed its markup, mended by a signed adapter update without a new build; bad files are refused, in pieces. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packaged from '../../data/sms-views.json' with { type: 'json' }
import { buildRegistry } from '../../scripts/build-registry.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { notServed, type Site, textSite } from '../../src/launcher/site.ts'
import { enOptions } from '../../src/locales/en/options.ts'
import { enPopup } from '../../src/locales/en/popup.ts'
import { zhOptions } from '../../src/locales/zh-CN/options.ts'
import { zhPopup } from '../../src/locales/zh-CN/popup.ts'
import type { PageMarks } from '../../src/protocol.ts'
import { type FolderServer, serveFolder } from '../support/folder-server.ts'
import { pressLabelled } from '../support/in-page.ts'
import { textOf } from '../support/own-page-steps.ts'
import { buildPointedAt } from '../support/pointed-build.ts'
import { readRepositoryFile } from '../support/repository.ts'
import { fixtureRepository, putFixtureRegistry, writeFiles } from '../support/sms-build.ts'
import { compare, type Finding } from '../support/sms-findings.ts'

const AS_PACKAGED = 'https://messages.google.com/web/conversations/71'
const CHANGED = 'https://messages.google.com/web/conversations/changed'
const BANK = 'https://www.icbc.com.cn/'

const html = readRepositoryFile('tests/pages/sms/google-messages.html')
const pages = textSite({
  [AS_PACKAGED]: html,
  [CHANGED]: html.replaceAll('mws-', 'zzz-').replaceAll('data-e2e-', 'data-x9-').replaceAll('text-msg-content', 't4'),
  [BANK]: '<!doctype html><main><p class="text">工商银行客服热线 95588</p></main>',
})
const site: Site = async (address) => (await pages(address)) ?? notServed

const mended = {
  ...packaged.adapters.find((adapter) => adapter.id === 'google-messages'),
  rev: 2,
  message: ['zzz-message-wrapper[msg-id]'],
  text: ['[data-x9-message-content]'],
  skip: ['zzz-link-preview'],
  time: ['zzz-absolute-timestamp'],
  thread_sender: ['[data-x9-header-title] h2'],
  list: { item: ['zzz-conversation-list-item'] },
}
const fileOf = (rev: number, adapters: unknown[]) => ({ schema: 1, version: packaged.version + rev, adapters })

const malicious = [
  { ...mended, id: 'bank-pages', match: [{ host: 'www.icbc.com.cn', path: '/*' }], text: ['.text'] },
  { ...mended, message: ['/(a+)+$/', ':has(:has(', 'div['] },
  { ...mended, id: 'xiaomi-cloud-sms', text: Array(5000).fill('p') },
  { ...mended, id: 'whatsapp-web', message_sender: [{ sel: 'div', attr: 'onclick' }] },
  { ...mended, id: 'google-voice', forwarded: 'eval' },
  { ...mended, id: 'telegram-web', text: [`p${':not(a)'.repeat(60)}`] },
  'x'.repeat(1000),
]
const refusedPieces = [
  'bank-pages.match: host-outside-package (left out)',
  'bank-pages.match: nothing-left (adapter refused)',
  'google-messages.message: selector-throws (left out)',
  'google-messages.message: selector-throws (left out)',
  'google-messages.message: selector-throws (left out)',
  'google-messages.message: nothing-left (adapter refused)',
  'xiaomi-cloud-sms.text: too-many-alternatives (adapter refused)',
  'whatsapp-web.message_sender: bad-shape (adapter refused)',
  'google-voice.forwarded: unknown-parser (adapter refused)',
  'telegram-web.text: selector-too-long (left out)',
  'telegram-web.text: nothing-left (adapter refused)',
  '#6: bad-shape (adapter refused)',
]

const all = JSON.parse(readRepositoryFile('tests/page/sms/expected/google-messages.expected.json')) as Finding[]
const expected = all.filter((finding) => finding.conversationId === '71' && finding.phase === 'initial')
const none = { missing: [], extra: [] }
const read = { view: 'google-messages', messages: 10 }
const blindWords = new RegExp(`${zhPopup['page.blind']}|${enPopup['page.blind']}`)

async function top(tab: Tab): Promise<PageMarks | undefined> {
  return (await tab.frameMarks()).find((frame) => frame.path.length === 0)?.answer
}

async function askOutcome(): Promise<{ seq?: number; kind: string; adapters?: string }> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return (await api.runtime.sendMessage({ name: 'registryStatus', body: null })).value.update.outcome
}

describe.each<BrowserName>(['chromium', 'firefox'])('adapter updates in %s', (name) => {
  let released = 0
  let published: string
  let server: FolderServer
  let extension: string
  let browser: LaunchedBrowser

  beforeAll(async () => {
    published = await mkdtemp(join(tmpdir(), 'zhenhao-adapters-'))
    server = await serveFolder(published)
    extension = await buildPointedAt(name, server.url)
    await putFixtureRegistry(extension)
    released = buildRegistry().seq
    browser = await launchBrowser(name, { extension, site, registry: server.url, network: true })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await Promise.all([published, dirname(extension)].map((folder) => rm(folder, { recursive: true })))
  })

  /** Publishes the file beside the next data set and presses “check now” in the options. */
  async function publish(file: string) {
    released += 1
    await writeFiles(published, fixtureRepository(released, { 'sms-views.json': Buffer.from(file) }))
    const options = await browser.openOwn('options.html')
    await expect
      .poll(() => options.evaluate(pressLabelled, `${zhOptions['update.button']}|${enOptions['update.button']}`))
      .toBe(true)
    await expect.poll(async () => (await options.evaluate(askOutcome))?.seq).toBe(released)
    const outcome = await options.evaluate(askOutcome)
    await options.close()
    return outcome
  }

  async function look(address: string): Promise<PageMarks> {
    const tab = await browser.open(`${address}?fxmanual`)
    const [frame] = await framesAtRest(tab)
    await tab.close()
    if (!frame?.answer) throw new Error(`nobody answers on ${address}`)
    return frame.answer
  }

  it('a view whose selectors all fail is read by its looks, and an open popup comes to say so', async () => {
    const tab = await browser.open(`${CHANGED}?fxmanual`)
    const popup = await browser.openOwn('popup.html', { about: tab })
    await expect.poll(() => textOf(popup)).toMatch(blindWords)
    expect((await top(tab))?.sms).toMatchObject({ view: 'generic', blind: 'google-messages' })
    expect(compare(expected, (await top(tab))?.marks ?? []).missing).toEqual([])
    await popup.close()
    await tab.close()
  })

  it('a published adapter mends it without a new build, also where the page is open', async () => {
    const open = await browser.open(`${CHANGED}?fxmanual`)
    await expect.poll(async () => (await top(open))?.sms?.view).toBe('generic')
    expect(await publish(JSON.stringify(fileOf(1, [mended])))).toMatchObject({ kind: 'updated', seq: released })
    await expect.poll(async () => (await top(open))?.sms).toEqual(read)
    await framesAtRest(open)
    expect(compare(expected, (await top(open))?.marks ?? [])).toEqual(none)
    await open.close()
    const page = await look(CHANGED)
    expect(page.sms).toEqual(read)
    expect(page.refusedAdapters).toBeUndefined()
    expect(compare(expected, page.marks)).toEqual(none)
  })

  it('a huge file is not even fetched, and the mended adapter stays', async () => {
    const fetched = () => server.asked.filter((path) => path.endsWith('sms-views.json')).length
    const before = fetched()
    expect(await publish(JSON.stringify(fileOf(2, [mended])).padEnd(300_000))).toMatchObject({ adapters: 'too-large' })
    expect([before, fetched()]).toEqual([1, 1])
    expect((await look(CHANGED)).sms).toEqual(read)
  })

  it.each([
    ['of an unknown schema', 'schema', JSON.stringify({ ...fileOf(9, [mended]), schema: 2 })],
    ['that is not JSON', 'bad-data', '<html>'],
  ])('a file %s is refused whole, and the mended adapter stays', async (_, reason, file) => {
    expect(await publish(file)).toMatchObject({ kind: 'updated', adapters: reason })
    const page = await look(CHANGED)
    expect(page.refusedAdapters).toBeUndefined()
    expect(page.sms).toEqual(read)
  })

  it('a malicious file is refused piece by piece; the package’s adapters stay, no other page is touched', async () => {
    expect((await publish(JSON.stringify(fileOf(3, malicious)))).adapters).toBeUndefined()
    const page = await look(AS_PACKAGED)
    expect(page.refusedAdapters).toEqual(refusedPieces)
    expect(page.sms).toEqual(read)
    expect(compare(expected, page.marks)).toEqual(none)
    const options = await browser.openOwn('options.html')
    const told = new RegExp(
      `${zhOptions['views.piece.host-outside-package']}|${enOptions['views.piece.host-outside-package']}`,
    )
    await expect.poll(() => textOf(options)).toMatch(told)
    expect(await textOf(options)).toContain('telegram-web.text')
    await options.close()
    const bank = await look(BANK)
    expect(bank.sms).toBeUndefined()
    expect(bank.marks.map((mark) => mark.text)).toEqual(['95588'])
  })
})
