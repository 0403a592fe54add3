import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from '../../src/message-bodies.ts'
import { type Check, createCheckQueue } from '../../src/page/check-queue.ts'
import { findNumbers } from '../../src/phone/find.ts'
import type { Passage } from '../../src/verdict/passage.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function passageOf(order: number): Passage {
  const text = `客服电话 ${95000 + order}`
  return { text, found: findNumbers(text) }
}

/** Asks about so many different passages; returns the texts that were answered. */
function askAbout(queue: ReturnType<typeof createCheckQueue>, from: number, count: number): Set<string> {
  const answered = new Set<string>()
  for (let order = from; order < from + count; order++) {
    const passage = passageOf(order)
    queue.ask('page', passage, () => answered.add(passage.text))
  }
  return answered
}

/** A background that does not answer the first `deaf` messages, and refuses what is longer than a message may be. */
function backgroundDeafFor(deaf: number) {
  const sizes: number[] = []
  const check: Check = async (_place, passages) => {
    sizes.push(passages.length)
    if (sizes.length <= deaf || passages.length > limits.passages) return undefined
    return passages.map((): Verdict[] => [])
  }
  return { check, sizes }
}

test('a batch that failed is sent again as it was, whatever else waits by then', async () => {
  const { check, sizes } = backgroundDeafFor(1)
  const queue = createCheckQueue(check, new AbortController().signal)
  const early = askAbout(queue, 0, limits.passages)
  queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  const late = askAbout(queue, limits.passages, limits.passages - 1)
  await vi.advanceTimersByTimeAsync(500)
  queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sizes).toEqual([limits.passages, limits.passages, limits.passages - 1])
  expect([early.size, late.size]).toEqual([limits.passages, limits.passages - 1])
  expect(queue.atRest()).toBe(true)
})

test('after two more tries nobody is asked until the text is read again', async () => {
  const { check, sizes } = backgroundDeafFor(3)
  const queue = createCheckQueue(check, new AbortController().signal)
  const first = askAbout(queue, 0, 1)
  queue.flush()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sizes).toEqual([1, 1, 1])
  expect(first.size).toBe(0)
  expect(queue.atRest()).toBe(true)
  const again = askAbout(queue, 0, 1)
  queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(again.size).toBe(1)
})

test('nothing is sent again once the frame is left alone', async () => {
  const { check, sizes } = backgroundDeafFor(1)
  const controller = new AbortController()
  const queue = createCheckQueue(check, controller.signal)
  askAbout(queue, 0, 1)
  queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  controller.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sizes).toEqual([1])
})

test('no message is longer than the border allows, and a text that comes back is answered at once', async () => {
  const { check, sizes } = backgroundDeafFor(0)
  const queue = createCheckQueue(check, new AbortController().signal)
  const asked = askAbout(queue, 0, 450)
  queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sizes).toEqual([200, 200, 50])
  expect(asked.size).toBe(450)
  expect(askAbout(queue, 0, 450).size).toBe(450)
  expect(sizes).toHaveLength(3)
})
