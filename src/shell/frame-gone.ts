/** A frame that its page takes out says so with its last breath: browsers tell nobody who has no `webNavigation`. */
import { ask } from '../messages.ts'

/** `counts`: whether the toolbar counts anything of this frame. The top frame needs no word: the next one reports anew. */
export function tellWhenGone(counts: () => boolean, signal: AbortSignal): void {
  if (window.parent === window) return
  window.addEventListener(
    'pagehide',
    ({ isTrusted, persisted }) => {
      if (isTrusted && !persisted && counts()) void ask('frameGone', null)
    },
    { signal },
  )
}
