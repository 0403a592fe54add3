/** Contact sheets of the card in every state, for people to look at: `npm run screenshots -- --gallery`. */
import { afterEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import type { CardProps } from '../../../src/ui/card/mount-card.tsx'
import { card, occasions } from '../every-card.ts'
import { verdictOf } from '../every-verdict.ts'
import { type CardGrid, showCards } from '../support/card-grid.ts'
import { scheme, shoot } from '../support/look.ts'
import { stories, storyNames } from '../verdict-stories.ts'

let shown: CardGrid | undefined
afterEach(async () => {
  shown?.remove()
  await media({})
})

const both = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((colours) => ({ language, colours })),
)

function show(cards: readonly CardProps[], look?: Parameters<typeof showCards>[1]): CardGrid {
  shown?.remove()
  shown = showCards(cards, look)
  return shown
}

describe.each(both)('$language $colours', ({ language, colours }) => {
  const halves = [storyNames.slice(0, 8), storyNames.slice(8, 16), storyNames.slice(16)]

  it.each([
    ['plain', {}],
    ['forced-colors', { 'forced-colors': 'active' }],
    ['grey', {}],
  ])('%s', async (look, features) => {
    await page.viewport(1720, 2600)
    await media({ 'prefers-color-scheme': colours, ...features })
    document.documentElement.style.background = colours === 'dark' ? '#111418' : '#ffffff'
    for (const [part, names] of halves.entries()) {
      const { grid } = show(names.map((name) => card(stories[name], language, { personalMark: '青竹' })))
      if (look === 'grey') grid.style.filter = 'grayscale(1)'
      await shoot(grid, `cards-${language}-${colours}-${look}-${part + 1}`)
    }
    expect(shown?.roots).toHaveLength(halves.at(-1)?.length ?? 0)
  })

  it('panels, calls, messages', async () => {
    await page.viewport(1720, 2600)
    await scheme(colours)
    const opened = show([
      card(verdictOf('official'), language),
      card(verdictOf('malformed'), language),
      card(verdictOf('lookalike'), language),
      card(verdictOf('unlisted-service'), language),
    ])
    for (const [index, root] of opened.roots.entries()) {
      const fold = root.querySelectorAll('details')[index]
      if (fold) fold.open = true
    }
    await shoot(opened.grid, `panels-${language}-${colours}`)
    const { grid } = show(occasions(language))
    await shoot(grid, `occasions-${language}-${colours}`)
    expect(grid.childElementCount).toBe(occasions(language).length)
  })

  it('narrow', async () => {
    await page.viewport(320, 4000)
    await scheme(colours)
    for (let part = 0; part * 5 < storyNames.length; part++) {
      const names = storyNames.slice(part * 5, part * 5 + 5)
      const { grid, roots } = show(
        names.map((name) => card(stories[name], language)),
        { width: 288, columns: 1 },
      )
      await shoot(grid, `narrow-${language}-${colours}-${part + 1}`)
      expect(roots).toHaveLength(names.length)
    }
  })

  it('twice as large', async () => {
    await page.viewport(1720, 3200)
    await scheme(colours)
    const some = [
      'official, two owners, menu digit',
      'official-other',
      'lookalike',
      'unlisted-service, a lender named, tactic',
    ] as const
    const cards = some.map((name) => card(stories[name], language))
    const { grid, roots } = show(cards, { columns: 2 })
    grid.style.zoom = '2'
    await shoot(grid, `large-${language}-${colours}`)
    expect(roots).toHaveLength(some.length)
  })
})

function media(features: Record<string, string>): Promise<unknown> {
  const all = { 'forced-colors': 'none', 'prefers-color-scheme': 'light', ...features }
  return cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(all).map(([name, value]) => ({ name, value })),
  })
}
