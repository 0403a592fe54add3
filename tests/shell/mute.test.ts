import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeSettings, readSettings } from '../../src/settings.ts'
import { mute } from '../../src/shell/mute.ts'

beforeEach(() => fakeBrowser.reset())

type Sender = Parameters<typeof mute>[1]

/** A content script's frame: its address, its origin, the address of its tab. */
const from = (url: string, origin?: string, page?: string): Sender =>
  Object.assign({ url }, origin !== undefined && { origin }, page !== undefined && { tab: { url: page } }) as Sender

describe('muting from a card', () => {
  it('keeps a number once', async () => {
    await mute({ canonical: '4008205555' }, from('https://a.cn/'), false)
    await mute({ canonical: '4008205555' }, from('https://b.cn/'), false)
    expect((await readSettings()).muted).toEqual(['4008205555'])
  })

  it('pauses the site that the card stands on: the page, its frame, a frame that the page wrote itself', async () => {
    await mute({ host: 'a.cn' }, from('https://a.cn/x', 'https://a.cn', 'https://a.cn/x'), false)
    await mute({ host: 'frame.cn' }, from('https://frame.cn/', 'https://frame.cn', 'https://a.cn/x'), false)
    await mute({ host: 'blank.cn' }, from('about:srcdoc', 'https://blank.cn', 'https://blank.cn/'), false)
    await mute({ host: 'old.cn' }, from('about:blank', undefined, 'https://old.cn/'), false)
    expect((await readSettings()).pausedSites).toEqual(['a.cn', 'frame.cn', 'blank.cn', 'old.cn'])
  })

  it('never pauses another site: a compromised page must not switch us off at a bank', async () => {
    for (const sender of [from('https://evil.cn/', 'https://evil.cn', 'https://evil.cn/'), from('about:blank', 'null')])
      await expect(mute({ host: 'www.icbc.com.cn' }, sender, false)).rejects.toThrow('its own site only')
    expect((await readSettings()).pausedSites).toEqual([])
  })

  it('keeps the newest thousand, whatever is sent', async () => {
    const muted = Array.from({ length: 1000 }, (_, order) => `${4000000000 + order}`)
    await changeSettings((settings) => ({ ...settings, muted }))
    await mute({ canonical: '95588' }, from('https://a.cn/'), false)
    const kept = (await readSettings()).muted
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([1000, '4000000001', '95588'])
  })
})
