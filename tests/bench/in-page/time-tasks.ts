/** A clock on every task that a script starts: timers, background tasks, observers, with the microtasks behind them. */
import type { Timed } from './answer-jobs.ts'

export interface TaskClock {
  /** Runs `work` now, counted as a task. */
  timed<T>(work: () => T): T
  /** A pause of `ms` milliseconds that counts as nothing. */
  untimed(ms: number): Promise<void>
  /** Gives the figures and begins anew. */
  reset(): Timed
  /** Gives the figures and takes the clock off. */
  stop(): Timed
}

/** Microtasks that follow each other before a task counts as over. */
const microtasks = 12

/** From now on every task that is started through `window` is timed. */
export function timeTasks(): TaskClock {
  const { requestIdleCallback, setTimeout, MutationObserver, requestAnimationFrame } = window
  const post = scheduler.postTask
  let figures: Timed = { total: 0, longest: 0 }
  let began: number | undefined

  async function end(): Promise<void> {
    for (let n = 0; n < microtasks; n++) await undefined
    if (began === undefined) return
    const time = performance.now() - began
    began = undefined
    figures.total += time
    figures.longest = Math.max(figures.longest, time)
  }

  function timed<T>(work: () => T): T {
    began ??= performance.now()
    try {
      return work()
    } finally {
      void end()
    }
  }

  const wrap =
    <Args extends unknown[], R>(work: (...args: Args) => R) =>
    (...args: Args): R =>
      timed(() => work(...args))

  window.requestIdleCallback = (work, options) => requestIdleCallback(wrap(work), options)
  window.requestAnimationFrame = (work) => requestAnimationFrame(wrap(work))
  window.setTimeout = ((work: () => void, ms?: number) => setTimeout(wrap(work), ms)) as typeof window.setTimeout
  scheduler.postTask = (work: () => unknown, options?: object) => post.call(scheduler, wrap(work), options)
  window.MutationObserver = class extends MutationObserver {
    constructor(callback: MutationCallback) {
      super(wrap(callback))
    }
  }

  function reset(): Timed {
    const before = figures
    figures = { total: 0, longest: 0 }
    return before
  }

  return {
    timed,
    untimed: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    reset,
    stop() {
      Object.assign(window, { requestIdleCallback, setTimeout, MutationObserver, requestAnimationFrame })
      scheduler.postTask = post
      return reset()
    },
  }
}
