/** Rows waiting to be read, a few milliseconds at a time: a long conversation must not hold up its page. */

/** One reading, ms. */
const budgetMs = 4
/** The page gets its turn, then the reading goes on. */
export const goOnMs = 16

export interface ReadingQueue {
  add(elements: Iterable<Element>): void
  /** Hands out rows until the time is used up. True when some are left. */
  drain(readOne: (element: Element) => void): boolean
  clear(): void
}

export function createReadingQueue(): ReadingQueue {
  const waiting = new Set<Element>()
  return {
    add(elements) {
      for (const element of elements) waiting.add(element)
    },
    drain(readOne) {
      const until = performance.now() + budgetMs
      for (const element of waiting) {
        waiting.delete(element)
        if (element.isConnected) readOne(element)
        if (performance.now() > until) break
      }
      return waiting.size > 0
    },
    clear: () => waiting.clear(),
  }
}
