import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { startPageLife } from '../../src/shell/page-life.ts'

beforeEach(() => {
  fakeBrowser.reset()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, Symbol.for('zhenhao.page'))
})

const unload = () => vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as never)

describe('the life of a page’s script', () => {
  it('ends within a second of its extension, but only where marks stand', () => {
    const life = startPageLife()
    life?.watch(2)
    vi.advanceTimersByTime(5000)
    expect(life?.signal.aborted).toBe(false)
    unload()
    vi.advanceTimersByTime(1000)
    expect(life?.signal.aborted).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('has no timer without marks', () => {
    const life = startPageLife()
    expect(vi.getTimerCount()).toBe(0)
    life?.watch(3)
    life?.watch(1)
    expect(vi.getTimerCount()).toBe(1)
    life?.watch(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('begins once in a frame, and again when the first is over', () => {
    const first = startPageLife()
    expect(startPageLife()).toBeUndefined()
    first?.watch(1)
    const gone = unload()
    vi.advanceTimersByTime(1000)
    gone.mockRestore()
    expect(startPageLife()?.signal.aborted).toBe(false)
  })
})
