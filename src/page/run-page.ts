/** One frame from `document_start` to the end: the guard at once, a session when there is text, a new one after changes. */
import type { FlaggedMarks, PageMarks, PageSettings } from '../protocol.ts'
import { type Cards, type CardView, startCards } from './cards.ts'
import type { Check } from './check-queue.ts'
import { type PageSession, type Summary, startSession } from './session.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import type { DeliveredReader } from './sms/delivered-reader.ts'
import type { StartReader } from './sms/message-reader.ts'
import { guardTelLinks } from './tel-guard.ts'

export interface PageDeps {
  /** Undefined when the background cannot be reached: the page is then left alone. */
  settings(host: string): Promise<PageSettings | undefined>
  check: Check
  areUnrelated(ids: string[]): Promise<boolean | undefined>
  /** The published adapter file; asked for only where the package has an adapter. */
  smsViews(): Promise<string | null | undefined>
  paint(prefix: string): void
  report(summary: Summary): void
  /** The focus belongs to another frame of the tab. */
  giveFocusBack(): void
  mute(body: { canonical: string } | { host: string }): void
  /** Undefined when the card cannot be had: the extension was reloaded, or the frame is going. */
  loadCard(settings: PageSettings): Promise<CardView | undefined>
  /** Undefined when the reader of message views cannot be had, as above. */
  loadReader(): Promise<DeliveredReader | undefined>
  shadowRootOf: ShadowRootOf
  /** Calls back when the person changed a setting anywhere. */
  onSettingsChange(listener: () => void): void
  signal: AbortSignal
}

export interface RunningPage {
  /** Waits a little for a batch under way: a page that renders again every second has its marks between two renderings. */
  pageMarks(): Promise<PageMarks>
  revealMark(id: number, byKeyboard: boolean): boolean
  flaggedMarks(): FlaggedMarks
  takeFocus(): void
  /** Reads the page again where an adapter may apply. */
  adaptersChanged(): void
}

interface Active {
  session: PageSession
  cards: Cards
  controller: AbortController
  /** As they are shown now, what was muted in this frame included. */
  settings: PageSettings
}

/** A document that is still loading after this long is read as far as it has come, ms. */
const loadingPatienceMs = 1500

/** How long an answer to the popup waits for a batch under way, ms. */
const restPatienceMs = 400

export function runPage(deps: PageDeps): RunningPage {
  const host = hostOf(window)
  let active: Active | undefined
  let settling = true
  let knownView = false
  let turn = 0

  /** `anyway`: what the page is read with has changed, also where its settings have not. */
  async function restart(anyway = false): Promise<void> {
    const mine = ++turn
    const settings = await deps.settings(host)
    if (mine !== turn || deps.signal.aborted) return
    knownView = settings?.knownView ?? false
    if (!anyway && settings && active && isSame(settings, active.settings)) return
    if (!settings?.active) pauseNow()
    const [reader] = await Promise.all([settings?.active ? readerOf(deps, settings) : undefined, somethingToRead()])
    if (mine !== turn || deps.signal.aborted) return
    stop()
    const mayStart = settings?.active && (reader !== undefined || !settings.knownView)
    if (mayStart && document.documentElement instanceof HTMLElement) active = start(deps, host, settings, reader)
    settling = false
  }

  function stop(): void {
    active?.controller.abort()
    active = undefined
  }

  /** The toolbar must not go on counting marks that are gone. */
  function pauseNow(): void {
    if (active) deps.report({ flagged: 0, marked: 0, spoofed: false, fresh: false })
    stop()
  }

  guardTelLinks({
    verdictOn: (link) => active?.session.links.of(link),
    isMuted: (canonical) => active?.session.isMuted(canonical) ?? false,
    onHeld: (call) => active?.cards.beforeCall(call),
    signal: deps.signal,
  })
  deps.onSettingsChange(() => void restart())
  document.addEventListener('visibilitychange', () => !document.hidden && !active && void restart(), {
    signal: deps.signal,
  })
  deps.signal.addEventListener('abort', stop)
  void restart()
  return {
    async pageMarks() {
      const until = performance.now() + restPatienceMs
      while (active && !active.session.atRest() && performance.now() < until) await pause()
      if (!active) return { marks: [], atRest: !settling, quietMs: settling ? 0 : performance.now(), spoofed: false }
      return active.session.pageMarks()
    },
    revealMark: (id, byKeyboard) => active?.cards.reveal(id, byKeyboard) ?? false,
    takeFocus: () => active?.cards.takeFocus(),
    flaggedMarks: () => active?.cards.flagged() ?? { ids: [] },
    adaptersChanged: () => void (knownView && restart(true)),
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

/** On a host that an adapter knows nothing is marked without the reader: one's own messages would be. */
async function readerOf(deps: PageDeps, { knownView }: PageSettings): Promise<StartReader | undefined> {
  if (!knownView) return undefined
  const [delivered, published] = await Promise.all([deps.loadReader(), deps.smsViews()])
  return delivered?.(published ?? null)
}

function start(deps: PageDeps, host: string, settings: PageSettings, reader: StartReader | undefined): Active {
  const controller = new AbortController()
  const { signal } = controller
  const { check, areUnrelated, paint, report, shadowRootOf } = deps
  const messages = {
    ...(reader && { reader }),
    load: async () => (await deps.loadReader())?.(null),
  }
  const session = startSession({ settings, check, areUnrelated, paint, report, shadowRootOf, messages, signal })
  const cards = startCards({
    session,
    signal,
    load: () => deps.loadCard(settings),
    giveFocusBack: deps.giveFocusBack,
    onMute(what) {
      if (what !== 'site') active.settings = { ...settings, muted: [...active.settings.muted, what.canonical] }
      deps.mute(what === 'site' ? { host } : what)
    },
  })
  const active: Active = { session, cards, controller, settings }
  return active
}

/** Another setting may have changed: then the page is not read again and an open card stays. */
function isSame(one: PageSettings, other: PageSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function somethingToRead(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true })
    setTimeout(resolve, loadingPatienceMs)
  })
}

/** The frame's host; frames without one of their own (`srcdoc`, `about:blank`) belong to the page that made them. */
function hostOf(frame: Window): string {
  const { hostname } = frame.location
  if (hostname !== '' || frame.parent === frame) return hostname
  return document.referrer === '' ? '' : new URL(document.referrer).hostname
}
