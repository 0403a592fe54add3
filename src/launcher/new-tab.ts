/** Which tab of the browser a page that was just opened stands in. */
import { setTimeout as wait } from 'node:timers/promises'

/** How long another tab, such as the extension's own first page, may look like a blank one; milliseconds. */
const patienceMs = 10_000

/**
 * @param before the ids of all tabs before the page was opened
 * @param list the ids of those that are open now
 * @returns undefined when the extension cannot see the tab
 */
export async function newTab(before: number[], list: () => Promise<number[]>): Promise<number | undefined> {
  const until = performance.now() + patienceMs
  for (;;) {
    const opened = (await list()).filter((id) => !before.includes(id))
    if (opened.length === 1 || performance.now() > until) return opened[0]
    await wait(50)
  }
}
