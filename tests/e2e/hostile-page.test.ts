/** A page that works against us: what it can hear and see of us, whether it can switch us off or speak for us. In both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { middleOfText } from '../../src/launcher/in-page.ts'
import { textSite } from '../../src/launcher/site.ts'
import { cardText } from '../support/in-page.ts'
import { eventually, textOf } from '../support/own-page-steps.ts'

const head = '<!doctype html><meta charset="utf-8"><title>贷款客服</title>'
const numbers = '<p>工商银行客服热线 95588</p><p>贷款客服 400-123-4567</p>'

/** Answers what it hears on window and document in kind: a start message of a newer script would end an older one. */
const listening = `${head}<script>
  const heard = []
  for (const target of [window, document]) {
    const dispatch = target.dispatchEvent
    target.dispatchEvent = function (event) { heard.push(event.type); return dispatch.call(target, event) }
  }
  window.addEventListener('message', ({ data }) => {
    heard.push(data)
    const detail = { contentScriptName: data.contentScriptName ?? 'page', messageId: 'not-ours' }
    if (typeof data.type === 'string') document.dispatchEvent(new CustomEvent(data.type, { detail }))
  })
  Reflect.set(window, 'heard', heard)
</script>${numbers}`

/** Draws our ticks itself, green and solid, where we say “not on the list”. */
const drawing = `${head}<style>
  .tick { text-decoration: underline solid 2px #1f8a4c; background: #e8f5ed }
  ::highlight(official) { text-decoration: underline solid 2px #1f8a4c }
</style><p>贷款客服 <span class="tick">400-123-4567</span> ✓ 官方号码（真号已核验）</p>
<div popover="manual" id="card">真号 官方号码 400-123-4567</div><script>
  document.getElementById('card').showPopover()
  CSS.highlights.set('official', new Highlight())
</script>`

/** Takes every highlight away, ten times a second. */
const clearing = `${head}${numbers}<script>setInterval(() => CSS.highlights.clear(), 100)</script>`

/** Reads along: everything a page can hear of the card, in every event and from every list it has. */
const reading = `${head}${numbers}<script>
  const seen = []
  const note = (event) => seen.push(event.type, event.composedPath().map((node) => node.nodeName ?? 'window').join(' '), event.data ?? '', event.detail ?? '')
  for (const type of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'mousemove', 'pointerover', 'keydown', 'keyup', 'focusin', 'focusout', 'focus', 'blur', 'toggle', 'beforetoggle', 'copy', 'selectionchange', 'slotchange', 'transitionend', 'animationstart', 'scroll'])
    window.addEventListener(type, note, true)
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { seen.push(['root', 'caught'].join()); return attach.call(this, { ...init, mode: 'open' }) }
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) seen.push(node.outerHTML ?? node.data, String(node.shadowRoot), node.textContent, node.ariaLabel, node.title)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  Reflect.set(window, 'all', () => JSON.stringify([
    seen, document.documentElement.outerHTML, document.documentElement.innerText, getSelection().toString(),
    [...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(String)]),
    [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
    Object.keys(window), Object.keys(localStorage), document.cookie, performance.getEntriesByType('resource').map((entry) => entry.name),
    [...document.querySelectorAll('*')].map((element) => [element.nodeName, String(element.shadowRoot), getComputedStyle(element).content, getComputedStyle(element, '::before').content]),
  ]))
</script>`

const site = textSite({
  'https://a.test/listening': listening,
  'https://a.test/drawing': drawing,
  'https://a.test/clearing': clearing,
  'https://a.test/reading': reading,
})

const mark = '青竹七弦'

describe.each<BrowserName>(['chromium', 'firefox'])('a hostile page in %s', (name) => {
  let browser: LaunchedBrowser
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site })
    await browser.runInDesk(async (personalMark) => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      await storage.local.set({ settings: { personalMark, language: 'zh-CN' } })
    }, mark)
  })
  afterAll(() => browser.close())

  const marksOf = async (tab: Tab) =>
    (await tab.frameMarks()).flatMap(({ answer }) => answer?.marks.map(({ text, code }) => `${text} ${code}`) ?? [])
  const badgeOf = (path: string) =>
    browser.runInDesk(async (wanted) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      const tabs: { id: number; url?: string }[] = await api.tabs.query({})
      return api.action.getBadgeText({ tabId: tabs.find((tab) => tab.url?.endsWith(wanted))?.id })
    }, path)

  it('hears nothing of us and cannot switch us off', async () => {
    const tab = await browser.open('https://a.test/listening')
    await framesAtRest(tab)
    expect(await tab.evaluate(() => JSON.stringify(Reflect.get(window, 'heard')))).toBe('[]')
    expect(await marksOf(tab)).toEqual(['95588 official', '400-123-4567 unlisted-service'])
    await tab.close()
  })

  it('draws its own ticks: the verdict, the toolbar and the popup stay ours, and the popup says that they count', async () => {
    const tab = await browser.open('https://a.test/drawing')
    await eventually(() => marksOf(tab)).toEqual(Array(2).fill('400-123-4567 unlisted-service'))
    await eventually(() => badgeOf('/drawing')).toBe('2')
    const popup = await browser.openOwn('popup.html', { about: tab })
    await eventually(() => textOf(popup)).toContain('未在名录中')
    const rows = await popup.evaluate(() => document.querySelector('.page-list')?.textContent ?? '')
    expect(rows).not.toContain('官方号码')
    expect(await textOf(popup)).toMatch(/假标记|为准/)
    await popup.close()
    await tab.close()
  })

  it('keeps taking marks away: they come back, the toolbar and the popup say so', async () => {
    const tab = await browser.open('https://a.test/clearing')
    await eventually(() => badgeOf('/clearing')).toBe('1!')
    expect(await marksOf(tab)).toEqual(['95588 official', '400-123-4567 unlisted-service'])
    const popup = await browser.openOwn('popup.html', { about: tab })
    await eventually(() => textOf(popup)).toContain('这个页面反复抹去我们的标记')
    await popup.close()
    await tab.close()
  })

  it('reads along while a card is open: the personal mark is on the card and nowhere else', async () => {
    const tab = await browser.open('https://a.test/reading')
    await framesAtRest(tab)
    const { x, y } = await tab.evaluate(middleOfText, '400-123-4567')
    await tab.click(x, y)
    await eventually(() => tab.evaluateIsolated(cardText)).toContain(mark)
    await tab.press('Tab')
    await tab.press('Enter')
    const all = await tab.evaluate(() => Reflect.get(window, 'all')())
    expect(all).toContain('400-123-4567')
    expect([mark, '未在名录中', 'root,caught', '[object ShadowRoot]'].filter((secret) => all.includes(secret))).toEqual(
      [],
    )
    await tab.close()
  })
})
