/** One update at a time over all contexts of the extension: a Web Lock, which the browser frees when its holder dies. */

/** Runs the work under the lock; undefined, without running it, while another context holds it. */
export function updateAlone<T>(work: () => Promise<T>): Promise<T | undefined> {
  return navigator.locks.request('zhenhao-registry-update', { ifAvailable: true }, (lock) =>
    lock === null ? Promise.resolve(undefined) : work(),
  )
}
