/** The fixtures of message views through the built extension, served under their real addresses. */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import type { PageMark } from '../../src/protocol.ts'
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

function findings(name: string): Finding[] {
  const file = join(import.meta.dirname, `../page/sms/expected/${name}.expected.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Finding[]
}

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  let extension: string
  let browser: LaunchedBrowser
  const marks = async (tab: Tab): Promise<PageMark[]> => orderMarks(await tab.frameMarks()) as PageMark[]
  /** Waits until the marks are those of the findings. */
  const agree = (tab: Tab, wanted: Finding[]) =>
    expect.poll(async () => compare(wanted, await marks(tab))).toEqual(none)
  /** Besides, nothing comes or goes any more. */
  async function agreeForGood(tab: Tab, wanted: Finding[]): Promise<void> {
    await agree(tab, wanted)
    await framesAtRest(tab)
    expect(compare(wanted, await marks(tab))).toEqual(none)
  }
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
    await agree(tab, here(['initial']))
    await hook(tab, 'all')
    await agreeForGood(tab, here(['initial', 'appended']))
    await tab.close()
  })

  it.each(builtViews)('%s, which no adapter knows: at first and with more messages', async (view, expected) => {
    const tab = await browser.open(ownViewAddress(view))
    const now = async () => (await marks(tab)).map(markLine).sort()
    await expect.poll(now).toEqual(expected.first.toSorted())
    expect((await tab.frameMarks())[0]?.answer?.sms?.view).toBe('generic')
    await hook(tab, 'all')
    await expect.poll(now).toEqual(expected.all.toSorted())
    await framesAtRest(tab)
    expect(await now()).toEqual(expected.all.toSorted())
    await tab.close()
  })

  it('google-messages: another conversation, with its personal sender', async () => {
    const tab = await browser.open(fixtureAddress('google-messages'))
    await framesAtRest(tab)
    await hook(tab, 'older')
    await hook(tab, 'open 72')
    const wanted = findings('google-messages').filter((f) => f.conversationId === '72')
    await agree(tab, wanted)
    const sender = async () => (await marks(tab)).find((mark) => mark.text === '138 0000 0117')?.modifiers
    await expect.poll(sender).toContain('personal-sender')
    await agreeForGood(tab, wanted)
    await tab.close()
  })

  it('xiaomi-cloud-sms: reused rows', async () => {
    const tab = await browser.open(fixtureAddress('xiaomi-cloud-sms'))
    await framesAtRest(tab)
    await hook(tab, 'open t2')
    await agreeForGood(
      tab,
      findings('xiaomi-cloud-sms').filter((f) => f.conversationId === 't2'),
    )
    await tab.close()
  })
})
