/** The message view of a page: its adapter when one fits, else the generic reader, and a watch on the adapter's health. */
import type { SmsState } from '../../protocol.ts'
import type { SmsAdapter } from './adapter.ts'
import { createPace, type Pace } from './adapter-pace.ts'
import { type AdapterView, createAdapterView } from './adapter-view.ts'
import { createGenericView } from './generic-view.ts'
import { createHealth } from './health.ts'
import { matchesLocation } from './match-host.ts'
import type { Changed, SmsReading, SmsView, ViewPage } from './view.ts'

const mostPassed = 40

/**
 * A view that lives as long as its page. It follows the address: single-page applications change it without a load.
 * An adapter that finds nothing is relieved by the generic reader at once, and reported after 4 visible seconds; one
 * that takes too much of the page's time is relieved for good.
 */
export function findSmsView(page: ViewPage, adapters: readonly SmsAdapter[]): SmsView {
  const generic = createGenericView(page)
  const health = createHealth()
  let current: { adapter: SmsAdapter; view: AdapterView; pace: Pace } | undefined
  /** Adapters that took too much of this page's time. */
  const slow = new Set<SmsAdapter>()
  let slowHere: string | undefined
  let blind: string | undefined
  let dropped: Element[] = []
  /** Where the generic reader is to look when the adapter turns out to be blind. */
  const passed: Element[] = []

  function follow(): AdapterView | undefined {
    const fitting = adapters.find((each) => matchesLocation(each.match, page.location))
    const adapter = fitting && slow.has(fitting) ? undefined : fitting
    if (adapter !== current?.adapter) {
      dropped.push(...(current?.view.clear() ?? []))
      current = adapter && { adapter, view: createAdapterView(adapter, page), pace: createPace() }
      blind = undefined
    }
    slowHere = fitting === adapter ? undefined : fitting?.id
    return current?.view
  }

  function read(changed: Changed, now: number): SmsReading {
    const before = current
    follow()
    const reading = readTimed(before === current ? changed : 'all', now)
    const view = follow()
    const gone = [...dropped, ...reading.gone]
    dropped = []
    if (view && !view.blind()) {
      health.check(false, true, now)
      blind = undefined
      return { ...reading, gone: [...gone, ...generic.clear()] }
    }
    for (const seed of passed.splice(0)) if (seed.isConnected) generic.notice(seed)
    const other = generic.read(changed, now)
    const failing = view !== undefined && (view.ready() || generic.state() !== undefined)
    blind = health.check(failing, page.document.visibilityState === 'visible', now) ? current?.adapter.id : undefined
    const waits = [reading.recheckIn, other.recheckIn, health.remaining(now)].filter(
      (wait) => wait !== undefined && wait > 0,
    )
    const recheckIn = Math.min(...waits.map(Number))
    return {
      messages: [...reading.messages, ...other.messages],
      gone: [...gone, ...other.gone],
      ...(Number.isFinite(recheckIn) ? { recheckIn } : {}),
      ...(other.coversMore && { coversMore: true }),
    }
  }

  /** Nothing from an adapter that turns out to be too slow. */
  function readTimed(changed: Changed, now: number): SmsReading {
    const nothing = { messages: [], gone: [] }
    if (!current) return nothing
    const { adapter, view, pace } = current
    const begun = performance.now()
    const reading = view.read(changed, now)
    if (!pace.note(performance.now() - begun, now)) return reading
    slow.add(adapter)
    return { ...nothing, gone: reading.gone }
  }

  function state(): SmsState | undefined {
    const reading = current && !current.view.blind() ? current.view.state() : generic.state()
    const failed = slowHere ?? blind
    if (failed === undefined) return reading
    return { ...(reading ?? { view: 'generic', messages: 0 }), blind: failed }
  }

  return {
    notice(seed) {
      const view = follow()
      if (!view || view.blind()) return generic.notice(seed)
      passed.push(seed)
      if (passed.length > mostPassed) passed.shift()
      return false
    },
    read,
    covers: (node, text) => (current?.view.covers(node, text) ?? false) || generic.covers(node, text),
    state,
  }
}
