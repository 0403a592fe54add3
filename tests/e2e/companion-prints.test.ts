/** What is printed: the family card on one A4 page, the evidence packet as a file that needs nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { eventually, find, press, speak, textOf, type, until } from '../support/own-page-steps.ts'
import { pdfPages } from '../support/pdf-pages.ts'
import { testPages } from '../support/test-page.ts'

const desktop = { width: 900, height: 900 }
const packetAddress = 'https://packet.test/'
const lenders = ['招商银行', '工商银行', '建设银行', '农业银行', '交通银行', '中信银行', '微粒贷', '光大银行']

/** Makes the page keep the text that it would save as a file. */
async function catchFiles(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) void file.text().then((text) => document.body.setAttribute('data-saved', text))
      return '#'
    }
  })
}

describe.each<BrowserName>(['chromium', 'firefox'])('prints in %s', (name) => {
  let browser: LaunchedBrowser
  let packet = ''
  beforeAll(async () => {
    browser = await launchBrowser(name, {
      extension: await buildExtension(name),
      site: async (address) =>
        address === packetAddress
          ? { status: 200, contentType: 'text/html', body: Buffer.from(packet) }
          : await testPages(address),
    })
    await speak(browser, 'zh-CN')
  })
  afterAll(() => browser.close())

  it('the family card with eight lenders stands on one A4 page, without the page around it', async () => {
    const guide = await browser.openOwn('guide.html#family', { viewport: desktop })
    await until(guide, '卡上还没有机构')
    for (const [index, lender] of lenders.entries()) {
      await find(guide, lender)
      await press(guide, '放进家人卡')
      await eventually(() => guide.evaluate(() => document.querySelectorAll('.family-line').length)).toBe(index + 1)
    }
    expect(pdfPages(await guide.pdf())).toBe(1)
    await guide.close()
  })

  it('row 17: the packet holds all notes as text, carries its own policy, asks for nothing and prints', async () => {
    const guide = await browser.openOwn('guide.html#call', { viewport: desktop })
    await press(guide, '记一件事')
    await until(guide, '打电话前')
    await type(guide, '机构', '工商银行')
    await type(guide, '发生了什么', '多扣 120 元 <img src="https://evil.test/x.png">')
    await press(guide, '记一次通话')
    await until(guide, '客服工号')
    await type(guide, '客服工号', '0815')
    await press(guide, '借款合同')
    await catchFiles(guide)
    await press(guide, '保存为文件')
    await eventually(() => guide.evaluate(() => document.body.getAttribute('data-saved') ?? '')).toContain('0815')
    packet = await guide.evaluate(() => document.body.getAttribute('data-saved') ?? '')
    const saved = await browser.open(packetAddress)
    const text = await textOf(saved)
    for (const part of [
      '情况说明：工商银行',
      '多扣 120 元 <img src="https://evil.test/x.png">',
      '0815',
      '由真号在本机整理',
    ])
      expect(text).toContain(part)
    expect(await saved.evaluate(() => document.querySelectorAll('script, img, link').length)).toBe(0)
    expect(saved.requests().filter((address) => address !== packetAddress)).toEqual([])
    expect(pdfPages(await saved.pdf())).toBe(1)
    await Promise.all([saved.close(), guide.close()])
  })
})
