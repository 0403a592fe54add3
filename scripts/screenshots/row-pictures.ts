/** Photographs every scene in one browser, language and colour scheme. */
import { join } from 'node:path'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { testPages } from '../../tests/support/test-page.ts'
import { settled } from './scene-steps.ts'
import { guideScenes, optionsScenes, popupScenes, type Scene } from './scenes.ts'

export interface Look {
  browser: BrowserName
  language: 'zh' | 'en'
  colourScheme: 'light' | 'dark'
  /** Without colour; in the system's colours and with less motion; with text twice as large; 320 CSS pixels wide. */
  eyes?: 'grey' | 'forced' | 'large' | 'small'
}

/** `chromium-zh-light-grey` */
export function lookName({ browser, language, colourScheme, eyes }: Look): string {
  return [browser, language, colourScheme, eyes].filter(Boolean).join('-')
}

const codes = { zh: 'zh-CN', en: 'en' } as const
const own = { zh: 'zh-CN', en: 'en-US' } as const

/** @returns the pictures' paths in the order of the scenes: popups, guide at desktop width, guide at 360 px. */
export async function rowPictures(
  folder: string,
  extension: string,
  look: Look,
  only?: RegExp,
): Promise<Record<'popup' | 'wide' | 'narrow', string[]>> {
  const { browser: name, language, colourScheme, eyes } = look
  const browser = await launchBrowser(name, {
    extension,
    site: testPages,
    language: own[language],
    colourScheme,
    ...(eyes === 'forced' && { forcedColours: true, reducedMotion: true }),
    ...(eyes === 'large' && { textSize: 32 }),
  })
  const narrow = eyes === 'small' ? 320 : 360
  try {
    await speak(browser, codes[language])
    const wanted = (scene: Scene): boolean =>
      (name === 'chromium' || scene.firefox === true) && (only?.test(scene.name) ?? true)
    const shoot = async (kind: string, scenes: Scene[], width: number): Promise<string[]> => {
      const files: string[] = []
      await forgetNotes(browser)
      for (const scene of scenes.filter(wanted)) {
        const rows = scene.rows.map((row) => `r${row}`).join('')
        const file = join(folder, [kind, scene.name, rows, lookName(look)].filter(Boolean).join('-'))
        await photograph(browser, scene, look, width, `${file}.png`)
        files.push(`${file}.png`)
      }
      return files
    }
    return {
      popup: await shoot('popup', popupScenes, eyes === 'large' ? 720 : narrow),
      wide: await shoot('wide', [...guideScenes, ...optionsScenes], 1000),
      narrow: await shoot('narrow', [...guideScenes, ...optionsScenes], narrow),
    }
  } finally {
    await browser.close()
  }
}

async function photograph(
  browser: LaunchedBrowser,
  scene: Scene,
  { language, eyes }: Look,
  width: number,
  file: string,
): Promise<void> {
  const tab = await browser.openOwn(scene.page, { viewport: { width, height: width < 720 ? 600 : 760 } })
  try {
    await settled(tab)
    await scene.act(tab, language)
    await settled(tab)
    await tab.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const sideways = document.documentElement.scrollWidth - innerWidth
      if (sideways > 0) document.title = `${sideways} px too wide`
    })
    const title = await tab.evaluate(() => document.title)
    if (eyes === 'grey') await tab.evaluate(() => document.documentElement.style.setProperty('filter', 'grayscale(1)'))
    if (title.endsWith('px too wide')) console.error(`${file}: ${title}`)
    await tab.screenshot(file, { fullPage: true })
  } finally {
    await tab.close()
  }
}

/** The same scenes at another width begin without notes again. */
async function forgetNotes(browser: LaunchedBrowser): Promise<void> {
  const tab = await browser.openOwn('manifest.json')
  await tab.evaluate(
    () =>
      new Promise<void>((done) => {
        indexedDB.deleteDatabase('zhenhao-notebook').onsuccess = () => done()
      }),
  )
  await tab.close()
}

/** Sets the interface language as the options do: Firefox takes its own from the installation. */
async function speak(browser: LaunchedBrowser, language: string): Promise<void> {
  const tab = await browser.openOwn('popup.html')
  await tab.evaluate(async (wanted) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    await api.storage.local.set({ settings: { language: wanted, pausedSites: [], muted: [], personalMark: '' } })
  }, language)
  await tab.close()
}
