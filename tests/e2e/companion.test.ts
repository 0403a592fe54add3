/** The companion in the built extension, with the real list, in both browsers: the rows of advice that it must carry. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { ask, eventually, find, press, reload, speak, textOf, type, until } from '../support/own-page-steps.ts'
import { testPages } from '../support/test-page.ts'

const phone = { width: 360, height: 640 }

describe.each<BrowserName>(['chromium', 'firefox'])('the companion in %s', (name) => {
  let browser: LaunchedBrowser
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site: testPages })
    await speak(browser, 'zh-CN')
  })
  afterAll(() => browser.close())

  describe('popup', () => {
    let popup: Tab
    beforeAll(async () => {
      popup = await browser.openOwn('popup.html', { viewport: phone })
      await until(popup, '核对过')
    })
    afterAll(() => popup.close())

    it('rows 1, 6, 7: a product name leads to its operator, official line, the problem’s line and other ways', async () => {
      await ask(popup, '微粒贷')
      await eventually(() => textOf(popup)).toContain('深圳前海微众银行')
      const text = await textOf(popup)
      for (const part of ['95384', '官方号码', '您想办什么？', '逾期协商', '其他联系办法', '占线时换个时间再拨']) {
        expect(text).toContain(part)
      }
      await press(popup, '投诉')
      await eventually(() => textOf(popup)).toContain('“我要投诉，请登记并告诉我工单号。”')
    })

    it('row 2: a brand without a listed number gets the route and no number', async () => {
      await ask(popup, '借钱快')
      await eventually(() => textOf(popup)).toContain('名录中没有收录“借钱快”。')
      expect(await textOf(popup)).toContain('怎么找到官方客服')
      expect(await popup.evaluate(() => document.querySelectorAll('.answer .call-number').length)).toBe(0)
    })

    it('rows 3, 14, 16: a message with an unlisted number: what, why, tips, and the listed line to call back', async () => {
      await ask(popup, '【微粒贷】因LPR利率整改，您的账户需注销，请致电 400-123-0152，否则冻结额度。')
      await eventually(() => textOf(popup)).toContain('没有收录不等于诈骗')
      const text = await textOf(popup)
      for (const part of ['先挂断，再回拨', '95384', '机构不会来电要您注销账户', '不要把验证码或密码告诉任何人']) {
        expect(text).toContain(part)
      }
    })

    it('row 13: the emergency card is one press away, and so is the way back', async () => {
      await press(popup, '已经出事了？')
      await eventually(() =>
        popup.evaluate(() => document.querySelectorAll('main:not([hidden]) .steps li').length),
      ).toBe(4)
      expect(await textOf(popup)).toContain('拨打 110 报警')
      await press(popup, '返回')
      await eventually(() => popup.evaluate(() => document.querySelector('main:not([hidden]) textarea') !== null)).toBe(
        true,
      )
    })

    it('row 20: says where a claim comes from and of when', async () => {
      await ask(popup, '工商银行 95588')
      await expect
        .poll(() => popup.evaluate(() => document.querySelector('.answer .source')?.textContent ?? ''))
        .toMatch(/资料 · .+ · 20\d\d/)
    })
  })

  describe('guide', () => {
    let guide: Tab
    beforeAll(async () => {
      guide = await browser.openOwn('guide.html#call', { viewport: { width: 900, height: 900 } })
      await until(guide, '还没有记过')
    })
    afterAll(() => guide.close())

    it('rows 8, 9, 10, 11, 15, 17: worksheet, call, promise, written text, ladder and material, kept over a reload', async () => {
      await press(guide, '记一件事')
      await eventually(() => textOf(guide)).toContain('打电话前')
      await type(guide, '机构', '工商银行')
      await type(guide, '发生了什么', '多扣 120 元')
      await press(guide, '记一次通话')
      await eventually(() => textOf(guide)).toContain('客服工号')
      await type(guide, '客服工号', '0815')
      await type(guide, '工单号', 'T-77')
      await type(guide, '答应了什么', '三天内退回')
      await press(guide, '上一级')
      const text = await textOf(guide)
      for (const part of ['挂断前请对方复述', '请对方书面确认', '投诉部门', '拨打 12378', '给监管部门的材料']) {
        expect(text).toContain(part)
      }
      await eventually(() => textOf(guide)).toContain('接听客服工号 0815。对方答复：三天内退回')
      expect(await textOf(guide)).toContain('“工单 T-77 没有解决，请转主管。”')
      await press(guide, '全部记录')
      await eventually(() => textOf(guide)).toContain('1 次通话')
      await reload(guide)
      await eventually(() => textOf(guide)).toContain('工商银行 · 咨询1 次通话')
    })

    it('deletes all of it: nothing is left in IndexedDB', async () => {
      await press(guide, '删除全部记录')
      await press(guide, '确定删除')
      await eventually(() => textOf(guide)).toContain('已删除。')
      const names = await guide.evaluate(async () => (await indexedDB.databases()).map((database) => database.name))
      expect(names).not.toContain('zhenhao-notebook')
    })
  })

  it('row 19: the family card keeps an official line', async () => {
    const guide = await browser.openOwn('guide.html#family', { viewport: { width: 900, height: 900 } })
    await eventually(() => textOf(guide)).toContain('卡上还没有机构')
    await find(guide, '招商银行')
    await press(guide, '放进家人卡')
    await expect
      .poll(() => guide.evaluate(() => document.querySelector('.family-line')?.textContent))
      .toContain('95555')
    await guide.close()
  })

  it('practice: five messages, each answered by the real list as it should be', async () => {
    const guide = await browser.openOwn('guide.html#practice', { viewport: { width: 900, height: 900 } })
    const codes: (string | undefined)[] = []
    for (let round = 0; round < 5; round += 1) {
      await press(guide, '先核对')
      const code = () => guide.evaluate(() => document.querySelector<HTMLElement>('.verdict')?.dataset.code)
      await eventually(code).toBeDefined()
      codes.push(await code())
      await press(guide, '下一条')
      await eventually(code).toBeUndefined()
    }
    expect(codes).toEqual(['official', 'official-other', 'unlisted-service', 'malformed', 'sender-id'])
    await guide.close()
  })

  it('first run: the live example is answered by the real list', async () => {
    const options = await browser.openOwn('options.html#welcome', { viewport: { width: 900, height: 900 } })
    const codes = () =>
      options.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.example-answers .chip')].map((chip) => chip.dataset.code),
      )
    await eventually(codes).toEqual(['official', 'unlisted-service'])
    expect(await textOf(options)).toContain('已经可以用了')
    await options.close()
  })

  it('must-hold 7: asked the network for nothing in all of this', () => {
    expect(browser.extensionRequests()).toEqual([])
  })
})
