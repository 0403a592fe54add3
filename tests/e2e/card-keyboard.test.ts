/** From number to number by keyboard, over frames and shadow roots: the card takes the focus and gives it back where it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'
import { nextStop } from '../../src/shell/next-stop.ts'
import { eventually } from '../support/own-page-steps.ts'

const head = '<!doctype html><meta charset="utf-8"><title>贷款客服</title>'
const site = textSite({
  'https://a.test/page': `${head}<button id="top">上</button><p>贷款客服 400-123-4561</p><div id="host"></div>
    <iframe src="https://a.test/inner" height="400"></iframe><p style="margin-top:2000px">贷款客服 400-123-4564</p><script>
    document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<input id="field"><p>贷款客服 400-123-4562</p>'
  </script>`,
  'https://a.test/inner': `${head}<input id="inner"><p>贷款客服 400-123-4563</p>`,
})

/** Where the focus is, through shadow roots and frames. */
function whereFocus(): string {
  const path: string[] = []
  let here: Document | ShadowRoot | null = document
  while (here?.activeElement) {
    const active: Element = here.activeElement
    path.push(active.id || active.localName)
    here = active.shadowRoot ?? (active instanceof HTMLIFrameElement ? active.contentDocument : null)
  }
  return path.join(' ')
}

describe.each<BrowserName>(['chromium', 'firefox'])('the card by keyboard in %s', (name) => {
  let browser: LaunchedBrowser
  let tab: Tab
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site })
    tab = await browser.open('https://a.test/page')
  })
  afterAll(() => browser.close())

  const askTab = (message: object, frameId: number) =>
    browser.runInDesk(async (packed) => {
      const { tabs } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      const { message, frameId } = JSON.parse(packed)
      const [{ id }] = await tabs.query({ url: '*://a.test/page' })
      return tabs.sendMessage(id, message, { frameId })
    }, JSON.stringify({ message, frameId }))
  const frames = () =>
    browser.runInDesk(async () => {
      const { tabs, scripting } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      const [{ id }] = await tabs.query({ url: '*://a.test/page' })
      const all: { frameId: number }[] = await scripting.executeScript({
        target: { tabId: id, allFrames: true },
        func: () => 0,
      })
      return all.map(({ frameId }) => frameId).sort((a, b) => a - b)
    })
  const flags = async () =>
    Promise.all(
      (await frames()).map(async (frameId) => ({
        frameId,
        ...(await askTab({ name: 'flaggedMarks', body: null }, frameId)).value,
      })),
    )

  /** What the shortcut does (no driver can press a browser's own shortcut). */
  async function go(step: 1 | -1): Promise<void> {
    const stop = nextStop(await flags(), step)
    if (stop) await askTab({ name: 'revealMark', body: { id: stop.id, byKeyboard: true } }, stop.frameId)
    await eventually(hosts).toBe(1)
  }
  /** Cards that are open, in the page and in its frame. */
  const hosts = () =>
    tab.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument
      return document.querySelectorAll(':popover-open').length + (inner?.querySelectorAll(':popover-open').length ?? 0)
    })
  const focusOn = (where: string) =>
    tab.evaluate((wanted) => {
      const inner = document.querySelector('iframe')?.contentDocument
      const root = document.querySelector('#host')?.shadowRoot
      const all = [document.querySelector(wanted), root?.querySelector(wanted), inner?.querySelector(wanted)]
      // No instanceof: the frame's elements are of another realm.
      ;(all.find((element) => element) as HTMLElement | undefined)?.focus()
    }, where)
  const focus = () => tab.evaluate(whereFocus)

  async function pressEscape(): Promise<void> {
    await tab.press('Escape')
    await eventually(hosts).toBe(0)
  }

  it('goes through all flagged numbers of page, shadow root and frame, both ways, and begins anew', async () => {
    await eventually(async () => (await flags()).flatMap(({ ids }) => ids)).toHaveLength(4)
    const order: string[] = []
    for (const step of [1, 1, 1, 1, 1, -1, -1] as const) {
      await go(step)
      const [latest] = (await flags()).filter(({ last }) => last).sort((a, b) => b.last.at - a.last.at)
      order.push(`${latest.frameId === 0 ? 'page' : 'frame'} ${latest.last.index}`)
      await pressEscape()
    }
    expect(order).toEqual(['page 0', 'page 1', 'page 2', 'frame 0', 'page 0', 'frame 0', 'page 2'])
  })

  it.each([
    ['a button of the page', '#top', 'top', 0],
    ['a field in a shadow root', '#field', 'host field', 0],
    ['a field in a frame, the card there too', '#inner', 'iframe inner', 3],
  ])('takes the focus from %s and gives it back with Esc', async (_, selector, path, steps) => {
    // The next card shall be that of the wanted place: in the frame for a field of the frame.
    const all = await flags()
    const wanted = all.flatMap(({ frameId, ids }) => ids.map((id: number) => ({ frameId, id })))[steps]
    await focusOn(selector)
    await eventually(focus).toBe(path)
    await askTab({ name: 'revealMark', body: { id: wanted?.id, byKeyboard: true } }, wanted?.frameId ?? 0)
    await eventually(hosts).toBe(1)
    await eventually(focus).not.toBe(path)
    await pressEscape()
    await eventually(focus).toBe(path)
  })

  it('from the page into a frame and back: Esc in the frame’s card returns to the page', async () => {
    await focusOn('#top')
    const [, inner] = await flags()
    await askTab({ name: 'revealMark', body: { id: inner.ids[0], byKeyboard: true } }, inner.frameId)
    await eventually(hosts).toBe(1)
    await eventually(focus).toMatch(/^iframe/)
    await pressEscape()
    await eventually(focus).toBe('top')
  })
})
