import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
const [lightPart = '', darkPart = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
const light = coloursOf(lightPart)
const dark = { ...light, ...coloursOf(darkPart) }
const roles = ['official', 'caution', 'light', 'ended', 'alarm', 'public', 'quiet']

function coloursOf(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x)
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)
}

function luminance(colour: string | undefined): number {
  if (!colour) throw new Error('no such colour')
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe.each([
  { scheme: 'light', colours: light },
  { scheme: 'dark', colours: dark },
])('tokens, $scheme', ({ colours }) => {
  it.each(roles)('%s reads on both surfaces and on its own tint', (role) => {
    for (const ground of ['surface', 'surface-2', `${role}-soft`]) {
      expect(contrast(colours[role], colours[ground]), ground).toBeGreaterThanOrEqual(4.5)
    }
  })
  it.each(roles)('ink and soft ink read on the tint of %s', (role) => {
    expect(contrast(colours.ink, colours[`${role}-soft`])).toBeGreaterThanOrEqual(7)
    expect(contrast(colours['ink-2'], colours[`${role}-soft`])).toBeGreaterThanOrEqual(4.5)
  })
  it('ink, brand and focus read on the surfaces; edges of controls reach 3:1', () => {
    for (const ground of ['surface', 'surface-2']) {
      expect(contrast(colours.ink, colours[ground])).toBeGreaterThanOrEqual(7)
      expect(contrast(colours['ink-2'], colours[ground])).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colours.brand, colours[ground])).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colours.focus, colours[ground])).toBeGreaterThanOrEqual(3)
      expect(contrast(colours['line-strong'], colours[ground])).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(colours['on-brand'], colours.brand)).toBeGreaterThanOrEqual(4.5)
  })
})

it('the dark scheme sets every colour anew', () => {
  expect(Object.keys(coloursOf(darkPart)).sort()).toEqual(Object.keys(light).sort())
})

it('sizes follow the browser: no px type, no rem', () => {
  expect(css).not.toMatch(/\brem\b/)
  expect(css).not.toMatch(/--text-\w+:\s*[\d.]+px/)
})
