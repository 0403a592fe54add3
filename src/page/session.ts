/** One page, one session: watch → find → check → mark, until the signal is aborted. */
import { findNumbers } from '../phone/find.ts'
import type { PageMark, PageMarks, PageSettings } from '../protocol.ts'
import { isMarked } from '../verdict/marked-codes.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type Check, createCheckQueue } from './check-queue.ts'
import { findInFlow } from './find-in-flow.ts'
import { createLinkVerdicts, type LinkVerdicts } from './link-verdicts.ts'
import { isFlagged, type Mark } from './mark.ts'
import { createMarkBook, type MarkBook } from './mark-book.ts'
import { createMessageGate, type MessageSource } from './message-gate.ts'
import { createPainter } from './painter.ts'
import { documentOrder, framePlaces } from './place-order.ts'
import { createReadings } from './readings.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import { createSharedClaims } from './shared-claims.ts'
import type { MessageReader } from './sms/message-reader.ts'
import { watch } from './watch.ts'

export interface Summary {
  flagged: number
  marked: number
  spoofed: boolean
  /** The first report of this document, also after a return from the back/forward cache. */
  fresh: boolean
}

export interface SessionOptions {
  settings: Pick<PageSettings, 'muted' | 'strictness'>
  check: Check
  /** Whether two of these institutions have nothing to do with each other; undefined when nobody can say. */
  areUnrelated(ids: string[]): Promise<boolean | undefined>
  /** Brings the highlight rules for a prefix into this frame (the background does it, user origin). */
  paint(prefix: string): void
  report(summary: Summary): void
  shadowRootOf: ShadowRootOf
  /** Where the reader of message views comes from. */
  messages: MessageSource
  /** What adapters are chosen by; the frame's own unless a test serves a page elsewhere. */
  location?: Pick<Location, 'hostname' | 'pathname' | 'href'>
  signal: AbortSignal
}

export interface PageSession {
  book: MarkBook
  links: LinkVerdicts
  pageMarks(): PageMarks
  /** No scan, batch or answer is under way. */
  atRest(): boolean
  /** Flagged marks in document order. */
  flaggedMarks(): Mark[]
  shadowRoots(): ShadowRoot[]
  /** Takes every mark of this number off the page and marks it no more. */
  mute(canonical: string): void
  isMuted(canonical: string): boolean
}

/** A page that removed our highlights this often is told of in the popup. */
const spoofedAfter = 3
/** Changes of the count are reported together, ms. */
const reportMs = 100

/** Starts reading `document` now; call it when there is something to read. */
export function startSession(options: SessionOptions): PageSession {
  const { settings, check, areUnrelated, paint, report, shadowRootOf, signal } = options
  const queue = createCheckQueue(check, signal)
  const painter = createPainter(paint, signal)
  const book = createMarkBook(painter)
  const links = createLinkVerdicts(queue)
  const muted = new Set(settings.muted)
  const claims = createSharedClaims({ marks: book.all, areUnrelated, signal })
  const reporter = createReporter(book, claims.update, report, signal)
  const isWanted = ({ code, canonical }: Verdict): boolean =>
    isMarked(code, settings.strictness) && !muted.has(canonical)
  const messages = createMessageGate({
    source: options.messages,
    parts: {
      page: { document, location: options.location ?? window.location, shadowOf: shadowRootOf },
      find: { inFlow: findInFlow, numbers: findNumbers },
      queue,
      book,
      isWanted,
      onChange: reporter.later,
      signal,
    },
    readAgain: (node) => readings.again(node),
    released: () => watching.atRest() && queue.flush(),
  })
  const readings = createReadings({ queue, book, messages, isWanted, onChange: reporter.later })
  messages.read('all')
  const watching = watch({
    shadowRootOf,
    signal,
    reader: {
      text: readings.text,
      block: readings.block,
      link: links.visit,
      slice: readings.slice,
      hasLostMarks: book.hasLost,
      batch(changed, roots) {
        readings.passEnd()
        if (book.prune(changed)) reporter.later()
        messages.read([...changed, ...roots])
      },
      passEnd() {
        readings.passEnd()
        messages.read([])
        queue.flush()
        reporter.later()
      },
      beat() {
        readings.slice()
        messages.read([])
        const waiting = readings.pollHidden()
        queue.flush()
        if (!painter.restore(book.all())) reporter.removed()
        return waiting || messages.waiting() || book.size() > 0
      },
    },
  })
  const atRest = (): boolean => watching.atRest() && queue.atRest() && messages.atRest()
  signal.addEventListener('abort', () => book.clear())
  return {
    atRest,
    book,
    links,
    pageMarks: () => ({
      ...marksAndFrames(documentOrder(book.all())),
      atRest: atRest(),
      quietMs: Math.max(0, performance.now() - Math.max(queue.lastAnswer(), reporter.lastChange())),
      spoofed: reporter.spoofed(),
      ...whatReads(messages),
    }),
    flaggedMarks: () => documentOrder(book.all()).filter((mark) => isFlagged(mark.verdict.code)),
    shadowRoots: watching.roots,
    isMuted: (canonical) => muted.has(canonical),
    mute(canonical) {
      muted.add(canonical)
      for (const mark of book.all()) if (mark.verdict.canonical === canonical) book.remove(mark)
      reporter.later()
    },
  }
}

function marksAndFrames(marks: Mark[]): Pick<PageMarks, 'marks' | 'frames'> {
  return { marks: marks.map(pageMark), frames: framePlaces(marks) }
}

function whatReads({ state, refusedAdapters }: MessageReader): Pick<PageMarks, 'sms' | 'refusedAdapters'> {
  const sms = state()
  return {
    ...(sms === undefined ? {} : { sms }),
    ...(refusedAdapters.length === 0 ? {} : { refusedAdapters: [...refusedAdapters] }),
  }
}

function pageMark({ id, text, verdict }: Mark): PageMark {
  const { code, canonical, modifiers } = verdict
  const institutions = verdict.institutions.map((institution) => institution.id)
  return { id, text, code, canonical, institutions, modifiers, verdict }
}

/** Tells the toolbar how many marks there are, whenever that changes. `settle`: what must hold before they count. */
function createReporter(book: MarkBook, settle: () => void, report: (summary: Summary) => void, signal: AbortSignal) {
  let fresh = true
  let timer = 0
  let told = ''
  let lastChange = performance.now()
  let removals = 0

  function tell(): void {
    timer = 0
    if (signal.aborted) return
    settle()
    const flagged = [...book.all()].filter((mark) => isFlagged(mark.verdict.code)).length
    const summary = { flagged, marked: book.size(), spoofed: removals >= spoofedAfter }
    if (!fresh && told === JSON.stringify(summary)) return
    told = JSON.stringify(summary)
    lastChange = performance.now()
    report({ ...summary, fresh })
    fresh = false
  }

  function later(): void {
    if (timer === 0) timer = window.setTimeout(tell, reportMs)
  }

  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return
      fresh = true
      later()
    },
    { signal },
  )
  return {
    later,
    /** `performance.now()` when the count last changed. */
    lastChange: () => lastChange,
    spoofed: () => removals >= spoofedAfter,
    removed() {
      removals++
      later()
    },
  }
}
