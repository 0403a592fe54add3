/** Where the focus was in this frame when the shortcut was pressed: the card may open in another frame of the tab. */
import { deepActiveElement } from './island.ts'
import { isOwnHost } from './own-host.ts'

export interface FocusRest {
  remember(): void
  /** Gives the focus back, once. */
  take(): void
}

export function createFocusRest(): FocusRest {
  let rested: HTMLElement | undefined
  return {
    remember() {
      const active = deepActiveElement()
      // From card to card the first place counts; in a frame within, that frame remembers.
      if (document.hasFocus() && !(active && (isOwnHost(active) || active.localName === 'iframe'))) rested = active
    },
    take() {
      if (rested?.isConnected) rested.focus({ preventScroll: true })
      rested = undefined
    },
  }
}
