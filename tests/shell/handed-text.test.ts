import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { showInPopup, takeHandedText } from '../../src/shell/handed-text.ts'

beforeEach(() => {
  fakeBrowser.reset()
  browser.action.openPopup = vi.fn(async () => undefined)
})

describe('handed text', () => {
  test('reaches the popup once and leaves nothing behind', async () => {
    await showInPopup('客服 95588')
    expect(browser.action.openPopup).toHaveBeenCalledOnce()
    expect(await takeHandedText()).toBe('客服 95588')
    expect(await takeHandedText()).toBe('')
    expect(await browser.storage.session.get(null)).toEqual({})
    expect(await browser.storage.local.get(null)).toEqual({})
  })

  test('a browser that opens no popup shows it in a tab', async () => {
    browser.action.openPopup = vi.fn(async () => {
      throw new Error('no window in front')
    })
    const create = vi.spyOn(browser.tabs, 'create')
    await showInPopup('95588')
    expect(create).toHaveBeenCalledOnce()
    expect(await takeHandedText()).toBe('95588')
  })

  test('a book of text is cut to what the popup reads', async () => {
    await showInPopup('9'.repeat(1_000_000))
    expect(await takeHandedText()).toHaveLength(20_000)
  })
})
