/** An id that no other part of the page has. Preact's `useId` starts again at 0 when the root is rendered anew, and ids collide. */
import { useState } from 'preact/hooks'

let last = 0

export function useOwnId(): string {
  const [id] = useState(() => {
    last += 1
    return `zh-${last}`
  })
  return id
}
