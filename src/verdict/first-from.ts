/** Binary search over things that stand in text order. */

/** Index of the first item that starts at `at` or behind it; the length when there is none. */
export function firstFrom(items: readonly { start: number }[], at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
