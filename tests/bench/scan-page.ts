/** Runs inside the measured page: our scan and a bare pass over the same document, every task of ours timed. */
import { startSession } from '../../src/page/session.ts'
import { UNIT_CLASS } from '../../src/phone/char-class.ts'

export interface ScanFigures {
  /** Milliseconds of main-thread work, all slices together. */
  total: number
  longest: number
  /** From the start until nothing is left to do, ms. */
  elapsed: number
}

interface Timed {
  total: number
  longest: number
}

/** What a reader must at least do: walk all text nodes and look every unit up in the class table. Milliseconds. */
export function barePass(): number {
  const start = performance.now()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let digits = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text
    for (let at = 0; at < data.length; at++) if ((UNIT_CLASS[data.charCodeAt(at)] ?? 0) >= 0xc000) digits++
  }
  const time = performance.now() - start
  if (digits === 0) throw new Error('the page holds no digits')
  return time
}

/** One whole scan of the page as it stands. The background answers at once: every number is ordinary. */
export async function scanOnce(): Promise<ScanFigures> {
  const controller = new AbortController()
  const timed = timeTasks()
  const start = performance.now()
  const session = startSession({
    settings: { muted: [] },
    check: async (_, passages) => passages.map(() => []),
    paint: () => undefined,
    report: () => undefined,
    adapters: [],
    shadowRootOf: (element) => element.shadowRoot,
    signal: controller.signal,
  })
  await rest(session)
  const elapsed = performance.now() - start
  controller.abort()
  return { ...timed.stop(), elapsed }
}

async function rest(session: { pageMarks(): { atRest: boolean } }): Promise<void> {
  while (!session.pageMarks().atRest) await new Promise((resolve) => plainTimeout(resolve, 5))
}

const plainTimeout = window.setTimeout.bind(window)

/** Wraps what starts our tasks, so that each is timed. */
export function timeTasks(): { stop(): Timed } {
  const timed: Timed = { total: 0, longest: 0 }
  const note = (start: number): void => {
    const time = performance.now() - start
    timed.total += time
    timed.longest = Math.max(timed.longest, time)
  }
  const wrap =
    <Args extends unknown[], R>(work: (...args: Args) => R) =>
    (...args: Args): R => {
      const start = performance.now()
      try {
        return work(...args)
      } finally {
        note(start)
      }
    }
  const { requestIdleCallback, setTimeout, MutationObserver } = window
  const post = scheduler.postTask
  window.requestIdleCallback = (work, options) => requestIdleCallback(wrap(work), options)
  window.setTimeout = ((work: () => void, ms?: number) => setTimeout(wrap(work), ms)) as typeof window.setTimeout
  scheduler.postTask = (work: () => unknown, options?: object) => post.call(scheduler, wrap(work), options)
  window.MutationObserver = class extends MutationObserver {
    constructor(callback: MutationCallback) {
      super(wrap(callback))
    }
  }
  return {
    stop() {
      Object.assign(window, { requestIdleCallback, setTimeout, MutationObserver })
      scheduler.postTask = post
      return timed
    },
  }
}
