/** Work behind the page's own: with background tasks, and in browsers without them. */
import { afterEach, expect, test } from 'vitest'
import { runLater } from '../../src/page/later.ts'

const scheduler = Object.getOwnPropertyDescriptor(globalThis, 'scheduler')
afterEach(() => {
  if (scheduler) Object.defineProperty(globalThis, 'scheduler', scheduler)
})

async function runs(patienceMs: number): Promise<number> {
  let count = 0
  await new Promise<void>((resolve) =>
    runLater(() => {
      count++
      resolve()
    }, patienceMs),
  )
  await new Promise((resolve) => setTimeout(resolve, patienceMs + 50))
  return count
}

test('runs once as a background task', async () => {
  expect(await runs(30)).toBe(1)
})

test('runs once in an idle moment where there are no background tasks', async () => {
  Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true })
  expect(await runs(30)).toBe(1)
})

test('a page that never rests has to give way in the end', async () => {
  const starved = { postTask: () => new Promise(() => undefined) }
  Object.defineProperty(globalThis, 'scheduler', { value: starved, configurable: true })
  expect(await runs(30)).toBe(1)
})
