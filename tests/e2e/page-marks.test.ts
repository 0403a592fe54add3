/** The built extension on pages that are hard to leave unharmed, in both browsers. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest, inspectPages } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { textSite } from '../../src/launcher/site.ts'
import { eventually } from '../support/own-page-steps.ts'

const hard = (name: string): string => readFileSync(new URL(`../pages/hard/${name}.html`, import.meta.url), 'utf8')

/** A code review of some 5 MB: 30,000 rows of three cells, a hotline in every 3,000th. */
function diffPage(): string {
  const code = 'const amount = 1204.50 + rows[17] // 2026-03-04 12:00:59 0x7f3a 10.20.30.40 '
  const rows = Array.from({ length: 30_000 }, (_, n) => {
    const text = n % 3000 === 2999 ? '+ // 工商银行客服热线 95588' : `+ ${code}${n * 7919}`
    return `<tr><td>${n}</td><td>${n + 4}</td><td><span>${text}</span></td></tr>`
  })
  return `<meta charset="utf-8"><title>diff</title><table>${rows.join('\n')}</table>`
}

const site = textSite({
  ...Object.fromEntries(
    ['re-rendering', 'editors', 'strict-policy', 'frames-and-roots', 'infinite-list', 'late-content'].map((name) => [
      `https://a.test/${name}`,
      hard(name),
    ]),
  ),
  'https://a.test/diff': diffPage(),
  'https://a.test/submitted': '<meta charset="utf-8"><p>收到</p>',
  'https://a.test/call':
    '<meta charset="utf-8"><title>贷款客服</title><p>贷款客服 <a href="tel:4001234567">400-123-4567</a></p><p id="n">工商银行客服热线 95588</p>',
  'https://other.test/frame': '<meta charset="utf-8"><p>贷款客服请致电 400-123-4567</p>',
})

const expected: Record<string, string[]> = {
  're-rendering': ['95588 official', '400-123-4567 unlisted-service'],
  editors: ['400-123-4567 unlisted-service'],
  'strict-policy': ['95588 official', '400-123-4567 unlisted-service'],
  'frames-and-roots': [
    '95588 official',
    '400-123-4567 unlisted-service',
    '12378 public-service',
    '95384 official',
    '400-123-4567 unlisted-service',
  ],
  'infinite-list': Array.from({ length: 10 }, () => '95588 official'),
  diff: Array.from({ length: 10 }, () => '95588 official'),
}

describe.each<BrowserName>(['chromium', 'firefox'])('marks in %s', (name) => {
  let withExtension: LaunchedBrowser
  let without: LaunchedBrowser

  beforeAll(async () => {
    withExtension = await launchBrowser(name, { extension: await buildExtension(name), site })
    without = await launchBrowser(name, { site })
  })
  afterAll(() => Promise.all([withExtension.close(), without.close()]))

  it('must-hold 9: makes the right marks on hard pages, leaves the DOM as it was and asks for nothing', async () => {
    const targets = Object.keys(expected).map((page) => ({ page, address: `https://a.test/${page}` }))
    const inspections = await inspectPages(targets, withExtension, without)
    const seen = inspections.map(({ page, marks }) => [page, marks.map(({ text, code }) => `${text} ${code}`)])
    expect(Object.fromEntries(seen)).toEqual(expected)
    expect(inspections.filter(({ domUnchanged }) => domUnchanged !== true)).toEqual([])
    expect(inspections.flatMap(({ requests }) => requests)).toEqual([])
    expect(inspections.flatMap(({ errors }) => errors)).toEqual([])
  })

  it('must-hold 9: submits the same data with and without the extension', async () => {
    const data = await Promise.all([submitted(withExtension, framesAtRest), submitted(without)])
    expect(data[0]).toContain('text=')
    expect(data[0]).toBe(data[1])
  })

  it('must-hold 10: marks what comes after three seconds within a second: shadow root, srcdoc frame, new route', async () => {
    const tab = await withExtension.open('https://a.test/late-content')
    await tab.evaluate(countTicksUntilMarked)
    const marks = async () => orderMarks(await tab.frameMarks()).map((mark) => mark.text)
    await expect.poll(marks).toEqual(['95588'])
    await expect.poll(marks).toEqual(['95588', '400-123-4567', '95384', '12378'])
    const ticks = () => tab.evaluate(() => Reflect.get(window, 'ticks'))
    await expect.poll(ticks).toBeDefined()
    expect(await ticks()).toBeLessThan(100)
    await tab.close()
  })

  it('marks a page anew when the person comes back to it', async () => {
    const tab = await withExtension.open('https://a.test/strict-policy')
    await framesAtRest(tab)
    await tab.evaluate(() => {
      location.href = 'https://a.test/submitted'
    })
    await eventually(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/submitted')
    await tab.evaluate(() => history.back())
    const marks = async () => orderMarks(await tab.frameMarks().catch(() => [])).map((mark) => mark.text)
    await eventually(marks).toEqual(['95588', '400-123-4567'])
    await tab.close()
  })

  it('opens the card on a click and before a flagged call, and leaves no trace', async () => {
    const tab = await withExtension.open('https://a.test/call')
    await framesAtRest(tab)
    const before = await tab.serialise()
    await clickText(tab, '#n', 0.9)
    await eventually(() => tab.serialise()).not.toBe(before)
    await tab.press('Escape')
    await expect.poll(() => tab.serialise()).toBe(before)
    await clickText(tab, 'a', 0.5)
    await eventually(() => tab.serialise()).not.toBe(before)
    expect(await tab.evaluate(() => location.href)).toBe('https://a.test/call')
    await tab.press('Escape')
    await expect.poll(() => tab.serialise()).toBe(before)
    await tab.close()
  })
})

/** `first`: what to wait for before the form is sent. */
async function submitted(browser: LaunchedBrowser, first?: (tab: Tab) => Promise<unknown>): Promise<string> {
  const tab = await browser.open('https://a.test/editors')
  await first?.(tab)
  await tab.evaluate(() => document.querySelector('button')?.click())
  const sent = () => tab.evaluate(() => location.pathname + location.search).catch(() => '')
  await eventually(sent).toMatch(/^\/submitted/)
  const query = await sent()
  await tab.close()
  return query
}

/**
 * In the page: how often ten milliseconds pass for it from its change until all four marks are painted. A machine too busy
 * to give the page its turns counts slower, as everything on it goes slower.
 */
function countTicksUntilMarked(): void {
  const painted = (view: Window): number =>
    [...(Reflect.get(view, 'CSS') as typeof CSS).highlights.values()].reduce((sum, { size }) => sum + size, 0)
  let ticks = 0
  const timer = setInterval(() => {
    if (Reflect.get(window, 'changed') === undefined) return
    ticks += 1
    const frame = document.querySelector('iframe')?.contentWindow
    if (painted(window) + (frame ? painted(frame) : 0) < 4) return
    clearInterval(timer)
    Reflect.set(window, 'ticks', ticks)
  }, 10)
}

/** Clicks at this share of the width of the element's text. */
async function clickText(tab: Tab, selector: string, share: number): Promise<void> {
  const [x = 0, y = 0, width = 0] = await tab.evaluate((wanted) => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector(wanted) ?? document.body)
    const rect = range.getBoundingClientRect()
    return [rect.left, rect.top + rect.height / 2, rect.width]
  }, selector)
  await tab.click(x + width * share, y)
}
