/** How long a frame's script lives: until the extension was reloaded, updated or taken away beneath it. */
import { browser } from 'wxt/browser'

/** How often a script with something to take back looks whether its extension is still there, ms. */
const lookMs = 1000

export interface PageLife {
  /** Aborted when the extension behind this script is gone. */
  signal: AbortSignal
  /** While marks stand, time itself has to be the judge: nobody tells an orphan. */
  watch(marked: number): void
}

const place = Symbol.for('zhenhao.page')

/**
 * Undefined when this frame has a living script already: one that the manifest brought and one that was injected into
 * open tabs can meet. Not WXT's context: that one posts a message to the page and ends when an event of the page says
 * so, so any page could find us and switch us off (tests/e2e/hostile-page.test.ts).
 */
export function startPageLife(): PageLife | undefined {
  const running: unknown = Reflect.get(globalThis, place)
  if (running instanceof AbortSignal && !running.aborted) return undefined
  const controller = new AbortController()
  const { signal } = controller
  Reflect.set(globalThis, place, signal)
  let timer: ReturnType<typeof setInterval> | undefined
  signal.addEventListener('abort', () => clearInterval(timer))
  return {
    signal,
    watch(marked) {
      clearInterval(timer)
      if (marked === 0 || signal.aborted) return
      timer = setInterval(() => {
        if (!hasExtension()) controller.abort()
      }, lookMs)
    },
  }
}

/** Browsers take the id away from scripts whose extension was unloaded. */
function hasExtension(): boolean {
  return browser.runtime?.id !== undefined
}
