/** Options in the built extension: how much is marked at once in open tabs, delete-all, an organisation's policy. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { maySetPolicy } from '../../src/launcher/organisation-policy.ts'
import { textSite } from '../../src/launcher/site.ts'
import { alteredBuild } from '../support/altered-build.ts'
import { eventually, find, press, speak, textOf, until } from '../support/own-page-steps.ts'

const PAGE = 'https://pages.test/numbers.html'
const site = textSite({
  [PAGE]: '<!doctype html><p>工商银行客服热线 95588</p><p>贷款客服 400-123-4567</p><p>快递员手机 13012345678</p>',
})
const all = ['95588 official', '400-123-4567 unlisted-service', '13012345678 ordinary']
const marksOf = async (tab: Tab) =>
  (await tab.frameMarks()).flatMap(({ answer }) => (answer?.marks ?? []).map(({ text, code }) => `${text} ${code}`))

describe.each<BrowserName>(['chromium', 'firefox'])('options in %s', (name) => {
  let browser: LaunchedBrowser
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site })
    await speak(browser, 'zh-CN')
  })
  afterAll(() => browser.close())

  it('how much is marked: each choice is seen in an open tab at once, and kept', async () => {
    const page = await browser.open(PAGE)
    await eventually(() => marksOf(page)).toEqual(all.slice(0, 2))
    const options = await browser.openOwn('options.html', { about: page })
    await until(options, '更细')
    for (const [choice, expected] of [
      ['安静', all.slice(1, 2)],
      ['更细', all],
      ['标准', all.slice(0, 2)],
      ['安静', all.slice(1, 2)],
    ] as const) {
      await press(options, choice)
      await eventually(() => marksOf(page)).toEqual(expected)
    }
    const again = await browser.open(PAGE)
    await eventually(() => marksOf(again)).toEqual(all.slice(1, 2))
    await Promise.all([page, again, options].map((tab) => tab.close()))
  })

  it('the first page leads to all settings', async () => {
    const first = await browser.openOwn('options.html#welcome')
    await until(first, '真号已经装好')
    await press(first, '打开全部设置')
    await eventually(async () => textOf(first).catch(() => '')).toContain('网页上标出多少')
    await first.close()
  })

  it('delete-all: nothing of the person is left in IndexedDB or storage, the list stays', async () => {
    const guide = await browser.openOwn('guide.html#family')
    await until(guide, '卡上还没有机构')
    await find(guide, '招商银行')
    await press(guide, '放进家人卡')
    await eventually(() => left(guide)).toMatchObject({ databases: ['zhenhao-notebook', 'zhenhao-registry'] })
    const options = await browser.openOwn('options.html')
    await until(options, '全部删除')
    expect((await left(options)).stored).toEqual(['settings'])
    await press(options, '全部删除')
    await press(options, '确定删除')
    await eventually(() => textOf(options)).toMatch(/已删除。|Deleted\./)
    expect(await left(options)).toEqual({ databases: ['zhenhao-registry'], stored: [], alarms: [] })
    await Promise.all([guide, options].map((tab) => tab.close()))
  })
})

/** Runs in a page of the extension: names of databases, keys of both storage areas, the reminder's alarm. */
function left(tab: Tab) {
  return tab.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    const [databases, local, session, alarms] = await Promise.all([
      indexedDB.databases(),
      api.storage.local.get(null),
      api.storage.session.get(null),
      api.alarms.getAll(),
    ])
    return {
      databases: databases.map((database) => database.name).sort(),
      stored: [...Object.keys(local), ...Object.keys(session)].filter((key) => !key.startsWith('badge:')),
      alarms: alarms.map((alarm: { name: string }) => alarm.name),
    }
  })
}

describe.each<BrowserName>(['chromium', 'firefox'])("an organisation's policy in %s", (name) => {
  const policy = { pauseForbidden: true, exemptSites: ['intra.test'], strictness: 'careful' }

  it.skipIf(name === 'chromium' && !maySetPolicy())(
    'is told in the options, cannot be changed there, and holds on pages',
    async () => {
      // A folder of its own: where Chromium's policies are the machine's, no other test shall have this one.
      const browser = await launchBrowser(name, { extension: await alteredBuild(name, {}), site, policy })
      try {
        await speak(browser, 'zh-CN')
        const options = await browser.openOwn('options.html')
        await until(options, '您的单位统一了标出多少：更细。')
        const text = await textOf(options)
        expect(text).toContain('您的单位不允许暂停核验。')
        expect(text).toContain('您的单位让这些网站不核验：intra.test')
        await press(options, '安静')
        const page = await browser.open(PAGE)
        await eventually(() => marksOf(page)).toEqual(all)
      } finally {
        await browser.close()
      }
    },
  )
})
