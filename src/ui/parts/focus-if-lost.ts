/** Gives the focus a new home when a press removed what had it: else the next Tab begins at the top of the page. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * For the element that shall have it, which must be focusable (`tabIndex={-1}` at least). Looks when the element appears
 * and whenever `on` changes; never takes the focus from anything, nor before the person has done something here.
 */
export function useFocusIfLost<Home extends HTMLElement>(wanted = true, on?: unknown): RefObject<Home | null> {
  const home = useRef<Home>(null)
  useLayoutEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (wanted && lost && navigator.userActivation.hasBeenActive) home.current?.focus()
  }, [wanted, on])
  return home
}
