/** A page that works against us: what it can hear of us, whether it can switch us off. In both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../support/browser.ts'
import { textSite } from '../support/site.ts'

/** Answers what it hears on window and document in kind: a start message of a newer script would end an older one. */
const listening = `<!doctype html><meta charset="utf-8"><title>贷款客服</title><script>
  const heard = []
  const plain = EventTarget.prototype.dispatchEvent
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
</script><p>工商银行客服热线 95588</p><p>贷款客服 400-123-4567</p>`

const site = textSite({ 'https://a.test/listening': listening })

describe.each<BrowserName>(['chromium', 'firefox'])('a hostile page in %s', (name) => {
  let browser: LaunchedBrowser
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site })
  })
  afterAll(() => browser.close())

  const marksOf = async (tab: Tab) =>
    (await tab.frameMarks()).flatMap(({ answer }) => answer?.marks.map(({ text }) => text) ?? [])

  it('hears nothing of us and cannot switch us off', async () => {
    const tab = await browser.open('https://a.test/listening')
    await framesAtRest(tab)
    expect(await tab.evaluate(() => JSON.stringify(Reflect.get(window, 'heard')))).toBe('[]')
    expect(await marksOf(tab)).toEqual(['95588', '400-123-4567'])
    await tab.close()
  })
})
