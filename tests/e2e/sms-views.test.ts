/** The fixtures of message views through the built extension, served under their real addresses. */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import type { PageMark } from '../../src/protocol.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../support/browser.ts'
import { orderMarks } from '../support/frames.ts'
import { builtViews, markLine } from '../support/own-views.ts'
import {
  buildWithFixtureRegistry,
  fixtureAddress,
  fixtureNames,
  fixtureSite,
  ownViewAddress,
} from '../support/sms-build.ts'
import { compare, type Finding } from '../support/sms-findings.ts'

const none = { missing: [], extra: [] }
const settled = 2300
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function findings(name: string): Finding[] {
  const file = join(import.meta.dirname, `../page/sms/expected/${name}.expected.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Finding[]
}

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  let extension: string
  let browser: LaunchedBrowser
  const marks = async (tab: Tab): Promise<PageMark[]> => orderMarks(await framesAtRest(tab)) as PageMark[]
  const hook = (tab: Tab, code: string) =>
    tab.evaluate(async (call) => {
      const [method = '', argument] = call.split(' ')
      const fx = Reflect.get(window, '__fx') as Record<string, (argument?: string) => Promise<void>>
      await fx[method]?.(argument)
    }, code)

  beforeAll(async () => {
    extension = await buildWithFixtureRegistry(name)
    browser = await launchBrowser(name, { extension, site: fixtureSite })
  })
  afterAll(async () => {
    await browser.close()
    await rm(extension, { recursive: true })
  })

  it.each(fixtureNames)('%s: initial and appended messages', async (fixture) => {
    const all = findings(fixture)
    const here = (phases: string[]) =>
      all.filter((f) => f.conversationId === all[0]?.conversationId && phases.includes(f.phase))
    const tab = await browser.open(fixtureAddress(fixture))
    expect(compare(here(['initial']), await marks(tab))).toEqual(none)
    await hook(tab, 'all')
    await wait(300)
    expect(compare(here(['initial', 'appended']), await marks(tab))).toEqual(none)
    await tab.close()
  })

  it.each(builtViews)('%s, which no adapter knows: at first and with more messages', async (view, expected) => {
    const tab = await browser.open(ownViewAddress(view))
    const now = async () =>
      orderMarks(await tab.frameMarks())
        .map(markLine)
        .sort()
    await expect.poll(now, { timeout: 10_000 }).toEqual(expected.first.toSorted())
    expect((await tab.frameMarks())[0]?.answer?.sms?.view).toBe('generic')
    await hook(tab, 'all')
    await expect.poll(now, { timeout: 10_000 }).toEqual(expected.all.toSorted())
    expect((await marks(tab)).map(markLine).sort()).toEqual(expected.all.toSorted())
    await tab.close()
  })

  it('google-messages: another conversation, with its personal sender', async () => {
    const tab = await browser.open(fixtureAddress('google-messages'))
    await marks(tab)
    await hook(tab, 'older')
    await hook(tab, 'open 72')
    await wait(settled)
    const now = await marks(tab)
    expect(
      compare(
        findings('google-messages').filter((f) => f.conversationId === '72'),
        now,
      ),
    ).toEqual(none)
    expect(now.find((mark) => mark.text === '138 0000 0117')?.modifiers).toContain('personal-sender')
    await tab.close()
  })

  it('xiaomi-cloud-sms: reused rows', async () => {
    const tab = await browser.open(fixtureAddress('xiaomi-cloud-sms'))
    await marks(tab)
    await hook(tab, 'open t2')
    await wait(settled)
    const found = findings('xiaomi-cloud-sms').filter((f) => f.conversationId === 't2')
    expect(compare(found, await marks(tab))).toEqual(none)
    await tab.close()
  })
})
