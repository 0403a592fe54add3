/** Work behind the page's own: with background tasks, and in browsers without them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runLater } from '../../src/page/later.ts'

const scheduler = Object.getOwnPropertyDescriptor(globalThis, 'scheduler')
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  if (scheduler) Object.defineProperty(globalThis, 'scheduler', scheduler)
})

/** Work that was begun: how often it ran, and the first time. */
function begin(patienceMs: number): { count(): number; ran: Promise<void> } {
  let count = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  runLater(() => {
    count++
    resolve()
  }, patienceMs)
  return { count: () => count, ran: promise }
}

test('runs once as a background task, before its patience is over', async () => {
  const idle = vi.spyOn(globalThis, 'requestIdleCallback')
  const { count, ran } = begin(30)
  expect(count()).toBe(0)
  await ran
  await vi.advanceTimersByTimeAsync(60)
  expect([count(), vi.getTimerCount()]).toEqual([1, 0])
  expect(idle).not.toHaveBeenCalled()
})

test('runs once in an idle moment where there are no background tasks', async () => {
  Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true })
  const idle = vi.spyOn(globalThis, 'requestIdleCallback')
  const { count, ran } = begin(30)
  await ran
  expect(count()).toBe(1)
  expect(idle).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { timeout: 30 })
})

test('a page that never rests has to give way in the end', async () => {
  const starved = { postTask: () => new Promise(() => undefined) }
  Object.defineProperty(globalThis, 'scheduler', { value: starved, configurable: true })
  const { count } = begin(30)
  await vi.advanceTimersByTimeAsync(29)
  expect(count()).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(count()).toBe(1)
})
