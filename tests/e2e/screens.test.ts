/** Every screen of our own pages in both browsers and languages: axe, zoom, text size, less motion, forced colours. */
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import {
  type BrowserName,
  type LaunchedBrowser,
  type LaunchOptions,
  launchBrowser,
  type Tab,
} from '../../src/launcher/browser.ts'
import type { Language } from '../../src/locales/language.ts'
import { alikeWithoutColour, layoutFaults, motions } from '../support/layout.ts'
import { type Screen, screensIn, startAnew } from '../support/screens.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

/** Where to write a picture of every screen; unset in ordinary runs. */
const shots = process.env.ZHENHAO_SHOTS

/** CSS pixels: 1280, 640 and 360 wide windows at 200 %; the popup is as wide as its words and at most 600 high. */
const inTab = [
  { width: 640, height: 450 },
  { width: 320, height: 320 },
  { width: 180, height: 320 },
]
const asPopup = [{ width: 360, height: 300 }]

/** Milliseconds: thirty screens, on a machine that may be busy. */
const patience = 400_000

const languages: Language[] = ['zh-CN', 'en']

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let browser: LaunchedBrowser
  let page: Tab

  async function launch(options: Partial<LaunchOptions>): Promise<void> {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site: testPages, ...options })
    page = await browser.open(testPageAddress('sample'))
  }

  /** Opens every screen in turn and gathers what is wrong, by screen. */
  async function findFaults(language: Language, look: (tab: Tab, screen: Screen) => Promise<string[]>) {
    await startAnew(browser, language)
    const faults: Record<string, string[]> = {}
    const screens = screensIn(language)
    expect(screens.length).toBeGreaterThan(20)
    for (const screen of screens) {
      const tab = await browser.openOwn(screen.path, {
        ...(!screen.inTab && { about: page }),
        viewport: { width: screen.inTab ? 900 : 360, height: 600 },
      })
      await screen.reach(tab)
      const found = await look(tab, screen)
      if (found.length > 0) faults[screen.name] = [...new Set(found)]
      await tab.close()
    }
    return faults
  }

  const shoot = async (tab: Tab, screen: Screen, kind: string): Promise<void> => {
    if (shots)
      await tab.screenshot(`${shots}/${name}-${kind}-${screen.name.replace(/[^\w-]+/g, '_')}.png`, { fullPage: true })
  }

  describe('as people have it', () => {
    beforeAll(() => launch({}))
    afterAll(() => browser.close())

    it.each(languages)(
      'must-hold 12: %s: axe finds nothing, and nothing is lost at 200 per cent',
      async (language) => {
        const faults = await findFaults(language, async (tab, screen) => {
          const found = await axeFindings(tab)
          for (const size of screen.inTab ? inTab : asPopup) {
            await tab.resize(size)
            await shoot(tab, screen, `${language}-${size.width}`)
            found.push(...(await tab.evaluate(layoutFaults)).map((fault) => `${size.width} px: ${fault}`))
          }
          return found
        })
        expect(faults).toEqual({})
      },
      patience,
    )
  })

  describe('with text of twice the size', () => {
    beforeAll(() => launch({ textSize: 32 }))
    afterAll(() => browser.close())

    it(
      'must-hold 12: nothing is lost',
      async () => {
        const faults = await findFaults('en', async (tab, screen) => {
          await tab.resize({ width: screen.inTab ? 640 : 720, height: 600 })
          await shoot(tab, screen, 'text')
          expect(
            await tab.evaluate(() => getComputedStyle(document.querySelector('.zh') ?? document.body).fontSize),
          ).toBe('32px')
          return tab.evaluate(layoutFaults)
        })
        expect(faults).toEqual({})
      },
      patience,
    )
  })

  describe('with forced colours and less motion', () => {
    beforeAll(() => launch({ forcedColours: true, reducedMotion: true }))
    afterAll(() => browser.close())

    it(
      'must-hold 12: nothing moves, and states differ in more than colour',
      async () => {
        const faults = await findFaults('zh-CN', async (tab, screen) => {
          await shoot(tab, screen, 'forced')
          expect(
            await tab.evaluate(
              () => matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches,
            ),
          ).toBe(true)
          return [...(await tab.evaluate(motions)), ...(await tab.evaluate(alikeWithoutColour))]
        })
        expect(faults).toEqual({})
      },
      patience,
    )
  })
})

async function axeFindings(tab: Tab): Promise<string[]> {
  // axe comes as text: the pages' own policy lets no foreign script in.
  await tab.evaluate(new Function(axe.source) as () => void)
  return tab.evaluate(async () => {
    const { violations, passes } = await Reflect.get(globalThis, 'axe').run(document, {
      rules: { region: { enabled: false } },
    })
    if (passes.length < 5) return ['axe looked at nothing']
    const found: { id: string; nodes: { html: string }[] }[] = violations
    return found.map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes
          .map(({ html }) => html)
          .join(' ')
          .slice(0, 300)}`,
    )
  })
}
