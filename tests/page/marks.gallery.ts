/** Contact sheet of every mark on pages of several colours, for people to look at: `npm run screenshots -- --gallery`. */
import { afterEach, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { markedCodes } from '../../src/page/verdict-style.ts'
import { type RunningSession, runSession, showPage } from '../support/page-session.ts'
import { shoot } from '../ui/support/look.ts'

const grounds = [
  ['#ffffff', '#191c20'],
  ['#f3ead8', '#4a3b20'],
  ['#111418', '#e6e8eb'],
  ['#0b3d91', '#ffffff'],
  ['#c8102e', '#ffffff'],
] as const

let session: RunningSession
let shown: HTMLElement
afterEach(async () => {
  session.stop()
  shown.remove()
  await emulate('', {})
})

it.each([
  ['screen', '', {}],
  ['grey', '', {}],
  ['forced-colors-light', '', { 'forced-colors': 'active', 'prefers-color-scheme': 'light' }],
  ['forced-colors-dark', '', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
  ['print', 'print', {}],
  ['zoom', '', {}],
] as const)('%s', async (name, media, features) => {
  await page.viewport(1720, 1600)
  await emulate(media, features)
  const numbers = markedCodes.map((_, n) => `400-820-${String(5500 + n)}`)
  const lines = (size: string): string =>
    markedCodes
      .map((code, n) => `<p style="margin:6px 0;font-size:${size}">贷款客服 ${numbers[n]}（${code}）</p>`)
      .join('')
  shown = showPage(
    `<div style="display:flex;gap:0;width:max-content">${grounds
      .map(
        ([back, ink]) =>
          `<div style="padding:16px;background:${back};color:${ink};font-family:sans-serif">${lines(name.startsWith('forced') ? '30px' : '15px')}</div>`,
      )
      .join('')}</div>`,
  )
  if (name === 'grey') shown.style.filter = 'grayscale(1)'
  if (name === 'zoom') shown.style.zoom = '1.5'
  session = runSession(Object.fromEntries(markedCodes.map((code, n) => [`400820${5500 + n}`, code])))
  await session.rest()
  await shoot(shown.firstElementChild ?? shown, `marks-${name}`)
})

async function emulate(media: string, features: Record<string, string>): Promise<void> {
  const all = { 'forced-colors': 'none', 'prefers-color-scheme': 'light', ...features }
  await cdp().send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(all).map(([name, value]) => ({ name, value })),
  })
}
