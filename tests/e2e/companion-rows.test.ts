/** Rows of advice that need what the real list has no evidence for yet (workday hours, a line per problem, lines that end): an invented lender, published by a registry host, in the built extension of both browsers. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import {
  ask,
  eventually,
  find,
  openFolds,
  press,
  reload,
  speak,
  textOf,
  type,
  until,
  visibleText,
} from '../support/own-page-steps.ts'
import { buildPointedAt } from '../support/pointed-build.ts'
import { type RegistryHost, startRegistryHost, updateNow } from '../support/registry-host.ts'
import { laterStoryLender, storyLender } from '../support/story-lender.ts'
import { testPages } from '../support/test-page.ts'

const phone = { width: 360, height: 640 }
const desktop = { width: 900, height: 900 }

let host: RegistryHost
beforeAll(async () => {
  host = await startRegistryHost()
})
afterAll(() => host.close())

/** Sets the clock of an own page and has it drawn again. */
async function setClock(tab: Tab, time: string): Promise<void> {
  await tab.evaluate((iso) => {
    const now = Date.parse(iso)
    Date.now = () => now
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, time)
}

/** What stands first on the institution card, and the text of the fold titled `title`. */
const firstLine = (tab: Tab) => tab.evaluate(() => document.querySelector('.lines .line')?.textContent ?? '')
const foldText = (tab: Tab, title: string) =>
  tab.evaluate((wanted) => {
    const folds = [...document.querySelectorAll('details')]
    return folds.find((fold) => fold.querySelector('summary')?.textContent?.includes(wanted))?.textContent ?? ''
  }, title)

describe.each<BrowserName>(['chromium', 'firefox'])('rows of advice in %s', (name) => {
  let browser: LaunchedBrowser
  let extension: string
  beforeAll(async () => {
    extension = await buildPointedAt(name, host.address)
    host.publish(1, [storyLender])
    browser = await launchBrowser(name, { extension, site: testPages, registry: host.address, network: true })
    await speak(browser, 'zh-CN')
    const own = await browser.openOwn('popup.html')
    expect(await own.evaluate(updateNow)).toBe('updated')
    await own.close()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(extension, { recursive: true, force: true })
  })

  describe('the institution card', () => {
    let guide: Tab
    beforeAll(async () => {
      guide = await browser.openOwn('guide.html#find', { viewport: desktop })
      await until(guide, '机构或产品的名字')
      await find(guide, '五岳示例')
    })
    afterAll(() => guide.close())

    it('row 4: open or not now by Shanghai time and holidays, when it opens again, and what works meanwhile', async () => {
      await setClock(guide, '2026-11-24T10:00:00+08:00')
      await eventually(() => firstLine(guide)).toContain('现在可拨打 · 工作日 09:00–18:00')
      expect(await firstLine(guide)).not.toContain('非服务时间')
      await setClock(guide, '2026-11-24T20:00:00+08:00')
      await eventually(() => firstLine(guide)).toContain('11月25日周三 09:00 开始')
      await setClock(guide, '2026-10-01T10:00:00+08:00')
      await eventually(() => firstLine(guide)).toContain('10月8日周四 09:00 开始')
      expect(await firstLine(guide)).toMatch(/非服务时间.*语音自助、留言，或用 App 里的在线客服/)
    })

    it('row 5: menu keys only where the list has them, the voice menu’s way to an agent, and what to have ready', async () => {
      expect(await firstLine(guide)).toContain('按键：0 人工服务')
      expect((await textOf(guide)).match(/按键：/g)).toHaveLength(1)
      await press(guide, '拨打前备好')
      const sheet = () =>
        guide.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href^="guide.html"]')?.href ?? '')
      expect(await sheet()).toMatch(/\/guide\.html#call$/)
      const seen = await visibleText(guide)
      for (const part of ['选“人工服务”', '身份证和合同放在手边', '真号不会询问或保存这些资料'])
        expect(seen).toContain(part)
    })

    it('row 6: the right line first for each problem, with the sentence to begin with', async () => {
      const problems = [
        ['咨询', '400-000-0100', '请转人工'],
        ['还款', '400-000-0111', '应还金额和日期'],
        ['挂失', '400-000-0144', '先冻结账户'],
        ['投诉', '400-000-0122', '请登记并告诉我工单号'],
        ['逾期协商', '400-000-0133', '请转资深专员'],
      ] as const
      for (const [problem, number, sentence] of problems) {
        await press(guide, problem)
        await eventually(() => firstLine(guide)).toContain(number)
        expect(await visibleText(guide)).toContain(sentence)
      }
      await press(guide, '咨询')
    })

    it('row 7: the pros and cons of phone, chat, ticket and e-mail, and the channels on record with their source', async () => {
      await press(guide, '其他联系办法')
      const rows = await guide.evaluate(() =>
        [...document.querySelectorAll('.table tbody tr')].map((row) =>
          [...row.children].map((cell) => cell.textContent),
        ),
      )
      expect(rows.map(([way]) => way)).toEqual(['电话', '在线客服', '工单', '邮件'])
      expect(rows.every(([, good, bad]) => good && bad)).toBe(true)
      expect(await foldText(guide, '其他联系办法')).toContain('service@wuyue.example.com机构官方资料 · www.example.com')
    })

    it('row 12: a busy line: another time or an online channel, said beside the number without opening anything', async () => {
      const beside = () => guide.evaluate(() => document.querySelector('.lines:not(details *)')?.textContent ?? '')
      expect(await beside()).toContain('占线时换个时间再拨，或先用在线客服。')
    })

    it('row 18: numbers, sender IDs and signatures they may contact one from stand apart and invite no call', async () => {
      const contact = await foldText(guide, '他们可能用这些号码联系您')
      for (const part of ['400-000-0155', '1069000000100', '【五岳示例】', '都可能被冒用'])
        expect(contact).toContain(part)
      expect(contact).not.toContain('复制')
      expect(await foldText(guide, '其他线路')).not.toContain('400-000-0155')
    })

    it('rows 2 and 17: the way to official service in app and site; licence facts with their source', async () => {
      const path = await foldText(guide, '怎么找到官方客服')
      for (const part of ['“五岳示例”', '“客服中心”', 'wuyue.example.com', '联系我们']) expect(path).toContain(part)
      const facts = await foldText(guide, '机构资料')
      for (const part of ['国家金融监督管理总局', 'X0000H000000001', 'www.example.gov.cn'])
        expect(facts).toContain(part)
    })
  })

  it('row 18: a check of a number that only calls out says so, and where to call back', async () => {
    const popup = await browser.openOwn('popup.html', { viewport: phone })
    await ask(popup, '五岳示例 400-000-0155')
    await eventually(() => textOf(popup)).toContain('他们可能用它联系您。要回电，请改拨下面的号码。')
    expect(await popup.evaluate(() => document.querySelector('.call-back .number')?.textContent)).toBe('400-000-0100')
    await popup.close()
  })

  it('row 20: the questions about rate, plan, overdue fee and paying early stand on the worksheet', async () => {
    const guide = await browser.openOwn('guide.html#call', { viewport: desktop })
    await press(guide, '记一件事')
    await eventually(() => visibleText(guide)).toContain('要问清楚的')
    const seen = await visibleText(guide)
    for (const part of ['年化利率是多少', '每期还多少', '逾期费怎么收', '提前还款要不要另收费'])
      expect(seen).toContain(part)
    await guide.close()
  })

  it('row 21: the answer to an alarming message is calm: no blame, no shouting, no scores, short sentences', async () => {
    const popup = await browser.openOwn('popup.html', { viewport: phone })
    await ask(popup, '【五岳示例】您的账户异常！请立即致电400-123-0152注销，否则影响征信，请勿告诉他人。')
    await eventually(() => textOf(popup)).toContain('没有收录不等于诈骗')
    await openFolds(popup)
    const said = (await visibleText(popup)).replaceAll(/安全账户|账户安全/g, '')
    expect(said).toContain('不确定也没关系')
    expect(said).toContain('做错的不是您')
    expect(said).not.toMatch(/安全|放心|骗子|诈骗电话|上当|危险|[！!]|\d\s*[%％]/)
    const sentences = said.split(/[。？；：\n]/).map((sentence) => sentence.match(/\p{Script=Han}/gu)?.length ?? 0)
    expect(Math.max(...sentences)).toBeLessThanOrEqual(30)
    await popup.close()
  })

  it('row 19: a kept and a dialled number that have ended are told once, in the popup, and then never again', async () => {
    const guide = await browser.openOwn('guide.html#family', { viewport: desktop })
    await until(guide, '卡上还没有机构')
    await find(guide, '五岳示例')
    await press(guide, '放进家人卡')
    await eventually(() => guide.evaluate(() => document.querySelector('.family-line')?.textContent)).toContain(
      '400-000-0100',
    )
    await guide.evaluate(() => location.assign('#call'))
    await press(guide, '记一件事')
    await press(guide, '记一次通话')
    await until(guide, '拨打的号码')
    await type(guide, '拨打的号码', '4000000122')
    await press(guide, '全部记录')
    await until(guide, '1 次通话')

    host.publish(2, [laterStoryLender])
    const popup = await browser.openOwn('popup.html', { viewport: phone })
    expect(await popup.evaluate(() => document.querySelector('.told'))).toBeNull()
    expect(await popup.evaluate(updateNow)).toBe('updated')
    const later = await browser.openOwn('popup.html', { viewport: phone })
    await eventually(() => later.evaluate(() => document.querySelector('.told')?.textContent)).toBe(
      '您记下的五岳示例消费金融 400-000-0100 已不是官方号码。 名录里的新号码是 400-000-0199。' +
        '您记下的五岳示例消费金融 4000000122 已不是官方号码。 请到官方 App 里重新核对。知道了',
    )
    await press(later, '知道了')
    await eventually(() => later.evaluate(() => document.querySelector('.told') === null)).toBe(true)
    await guide.evaluate(() => location.assign('#family'))
    await reload(guide)
    await eventually(() => textOf(guide)).toContain('已不是官方号码，不会打印')
    expect(await guide.evaluate(() => document.querySelector('.told'))).toBeNull()
    await Promise.all([popup.close(), later.close(), guide.close()])
  })
})
