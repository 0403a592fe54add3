/** A page session in the test's own document, with a stand-in for the background: verdicts by canonical number. */

import { type PageSession, type SessionOptions, type Summary, startSession } from '../../src/page/session.ts'
import { highlightCss } from '../../src/page/verdict-style.ts'
import type { Passage, Place } from '../../src/verdict/passage.ts'
import type { Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { messagesBy } from './message-source.ts'

export interface RunningSession extends PageSession {
  /** Every `check` batch that was asked. */
  batches: { place: Place; passages: Passage[] }[]
  summaries: Summary[]
  prefixes: string[]
  /** Waits until nothing is under way. */
  rest(): Promise<void>
  /** `text→code` of every mark in document order. */
  marks(): string[]
  stop(): void
}

/** How long a busy machine may take. */
const patienceMs = 30_000

/** Verdict codes by canonical number; numbers not named are `ordinary`. */
export type Codes = Record<string, VerdictCode>

/** Starts a session; `options` replaces parts of it. */
export function runSession(codes: Codes, options: Partial<SessionOptions> = {}): RunningSession {
  const controller = new AbortController()
  const batches: RunningSession['batches'] = []
  const summaries: Summary[] = []
  const prefixes: string[] = []
  const session = startSession({
    settings: { muted: [] },
    areUnrelated: async () => false,
    check: async (place, passages) => {
      batches.push(structuredClone({ place, passages }))
      return passages.map((passage) => judge(passage, codes))
    },
    paint(prefix) {
      prefixes.push(prefix)
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(highlightCss(prefix))
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    },
    report: (summary) => summaries.push(summary),
    shadowRootOf: (element) => element.shadowRoot,
    messages: messagesBy([]),
    signal: controller.signal,
    ...options,
  })
  return {
    ...session,
    batches,
    summaries,
    prefixes,
    rest: () => resting(session),
    marks: () => session.pageMarks().marks.map((mark) => `${mark.text}→${mark.code}`),
    stop: () => controller.abort(),
  }
}

async function resting(session: PageSession): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let calm = 0; calm < 2; ) {
    await wait(20)
    calm = session.pageMarks().atRest ? calm + 1 : 0
    if (performance.now() > deadline) throw new Error(`still busy after ${patienceMs} ms`)
  }
}

/** Waits until the session has been at rest for so long: readers of message views look again after a while. */
export async function calmFor(session: PageSession, ms: number): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let calm = performance.now(); performance.now() - calm < ms; ) {
    await wait(20)
    if (!session.pageMarks().atRest) calm = performance.now()
    if (performance.now() > deadline) throw new Error(`still busy after ${patienceMs} ms`)
  }
}

/** One verdict for each number of a passage. */
export function judge(passage: Passage, codes: Codes): Verdict[] {
  return passage.found.map(({ start, end, raw, canonical, kind, disguise }) => {
    if (passage.text.slice(start, end) !== raw) throw new Error(`offsets do not fit: ${raw}`)
    const code = codes[canonical] ?? 'ordinary'
    return {
      start,
      end,
      raw,
      canonical,
      kind,
      disguise,
      code,
      modifiers: [],
      rule: code === 'official' ? 'exact-line' : 'lending-context',
      institutions: code === 'official' ? [{ id: 'cmb', name: { zh: '招商银行' } }] : [],
      claimed: [],
      tips: [],
      registry: { seq: 1, channel: 'development', builtAt: '2026-11-21', provenAt: '2026-11-21', ageDays: 0 },
    }
  })
}

/** Puts markup into the page for one test. Parsed without running scripts. */
export function showPage(html: string): HTMLElement {
  const main = document.createElement('main')
  const parsed = new DOMParser().parseFromString(`<body>${html}`, 'text/html')
  main.append(...parsed.body.childNodes)
  document.body.append(main)
  return main
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
