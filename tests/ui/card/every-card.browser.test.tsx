/**
 * The card in every state at once: each code with each modifier and signal, each panel open, before a call, in a message,
 * muted. axe, clipping, languages. `card.gallery.tsx` makes the pictures.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Language } from '../../../src/locales/language.ts'
import type { CardProps } from '../../../src/ui/card/mount-card.tsx'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { card, occasions } from '../every-card.ts'
import { everyCombination, everyStory } from '../every-verdict.ts'
import { type CardGrid, showCards } from '../support/card-grid.ts'
import { findings, openAllFolds, press, scheme, textSize } from '../support/look.ts'
import { clippedWords, strangeWords } from '../support/words-seen.ts'
import { stories, storyNames } from '../verdict-stories.ts'

let shown: CardGrid | undefined
afterEach(async () => {
  shown?.remove()
  await textSize(16)
  await page.viewport(414, 896)
})

const languages = ['zh-CN', 'en'] as const
const both = languages.flatMap((language) => (['light', 'dark'] as const).map((colours) => ({ language, colours })))

function show(cards: readonly CardProps[], look?: Parameters<typeof showCards>[1]): CardGrid {
  shown?.remove()
  shown = showCards(cards, look)
  return shown
}

describe.each(both)('must-hold 12: axe finds nothing, $language, $colours', ({ language, colours }) => {
  it('in any story, before a call, in messages: closed, and with the answer to “mute” given', async () => {
    await scheme(colours)
    const { grid, roots } = show([...everyStory().map((verdict) => card(verdict, language)), ...occasions(language)])
    expect(await findings(grid)).toEqual([])
    for (const root of roots) {
      for (const fold of root.querySelectorAll('details')) fold.open = true
      press(root, language === 'en' ? 'Stop marking this number' : '不再提示此号码')
    }
    await expect.poll(() => roots.every((root) => root.querySelectorAll('button:disabled').length === 2)).toBe(true)
    expect(await findings(grid)).toEqual([])
  })

  it('in any code with all modifiers and signals at once, every panel open', async () => {
    await scheme(colours)
    await expectNothing(everyCombination('all at once'), language)
  })
})

it.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)(
  'must-hold 12: axe finds nothing in any code with each modifier and signal, %s, %s',
  async (language, colours) => {
    await scheme(colours)
    await expectNothing(everyCombination('alone'), language)
  },
)

async function expectNothing(verdicts: Verdict[], language: Language): Promise<void> {
  const { grid, roots } = show(verdicts.map((verdict) => card(verdict, language)))
  for (const root of roots) openAllFolds(root)
  expect(await findings(grid)).toEqual([])
}

describe.each(languages)('%s', (language) => {
  const everything = (): CardProps[] => [
    ...everyStory().map((verdict) => card(verdict, language)),
    ...everyCombination('alone').map((verdict) => card(verdict, language)),
    ...everyCombination('all at once').map((verdict) => card(verdict, language)),
    ...occasions(language),
  ]

  it.each([
    ['as it is', 16, { width: 400, columns: 4 }],
    ['320 CSS pixels', 16, { width: 320, columns: 1 }],
    ['text twice as large', 32, { width: 640, columns: 1 }],
    ['text twice as large in 320 CSS pixels', 32, { width: 320, columns: 1 }],
  ])('nothing is cut off, %s', async (_, size, look) => {
    await textSize(size)
    await page.viewport(look.columns === 1 ? look.width : 1720, 900)
    const { roots } = show(everything(), look)
    for (const root of roots) openAllFolds(root)
    const card = roots[0]?.querySelector('.card')
    expect(card && getComputedStyle(card).fontSize).toBe(`${size}px`)
    expect(roots.flatMap((root) => clippedWords(root))).toEqual([])
  })

  it('a service number stands in one line at 320 CSS pixels', async () => {
    await page.viewport(320, 900)
    const { roots } = show(
      everyStory().map((verdict) => card(verdict, language)),
      { width: 288, columns: 1 },
    )
    const numbers = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('.number')])
    const service = numbers.filter((number) => /^400-\d{3}-\d{4}$/.test(number.textContent))
    expect(service.length).toBeGreaterThan(3)
    for (const number of service) {
      const range = document.createRange()
      range.selectNodeContents(number)
      expect(new Set([...range.getClientRects()].map(({ top }) => top)).size, number.textContent).toBe(1)
    }
  })

  it('no other language gets in unmarked, and points and spaces are as they should be', () => {
    const { roots } = show(everything())
    for (const root of roots) openAllFolds(root)
    expect([...new Set(roots.flatMap((root) => strangeWords(root, language)))]).toEqual([])
  })

  it('says what, why, of what source and date, and what to do, in every verdict', () => {
    for (const name of storyNames) {
      const root = show([card(stories[name], language)]).roots[0]
      for (const part of ['.what', '.why', '.todo']) {
        expect(root?.querySelector(part)?.textContent, `${name} ${part}`).toBeTruthy()
      }
      const dated = /\d{4}(-\d\d){0,2}/.test(root?.querySelector('.proof')?.textContent ?? '')
      expect(dated, name).toBe(stories[name].code !== 'not-phone')
    }
  })
})
