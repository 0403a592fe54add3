/** Collects passages, asks for their verdicts in few messages, and remembers answers for text that comes back. */
import type { Passage, Place } from '../verdict/passage.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** One batch of the `check` message; undefined when the background could not answer. */
export type Check = (place: Place, passages: Passage[]) => Promise<Verdict[][] | undefined>

export interface CheckQueue {
  /** Calls `done` with one verdict list per found number's passage: at once when known, else after `flush` and the answer. */
  ask(mode: 'page' | 'sms', passage: Passage, done: (verdicts: Verdict[]) => void): void
  /** Sends what is waiting. */
  flush(): void
  atRest(): boolean
  /** `performance.now()` when the last answer came. */
  lastAnswer(): number
}

interface Waiting {
  mode: 'page' | 'sms'
  key: string
  passage: Passage
  done: (verdicts: Verdict[]) => void
}

/** Limits of the message border (src/message-bodies.ts). */
const batchPassages = 200
const batchNumbers = 1000
const placeUnits = 2048
/** How long title and address are taken as unchanged, ms: one slice. */
const placeMs = 20
/** Answers kept for pages that render the same text again and again, and for how long (ms): a registry update must show. */
const remembered = 600
const rememberMs = 600_000
/** Waits before a failed batch is sent again, ms. */
const retryMs = [500, 3000]

export function createCheckQueue(check: Check, signal: AbortSignal): CheckQueue {
  const known = new Map<string, { verdicts: Verdict[]; at: number }>()
  let waiting: Waiting[] = []
  let numbers = 0
  let inFlight = 0
  let lastAnswer = performance.now()
  let place = { at: -placeMs, title: '', url: '' }

  /** Title and address are read again for each moment, not for each number. */
  function placeOf(mode: 'page' | 'sms'): Place {
    const now = performance.now()
    if (now - place.at > placeMs) place = { at: now, title: titleNow(), url: addressNow() }
    return { mode, title: place.title, url: place.url }
  }

  function flush(): void {
    const all = waiting
    waiting = []
    numbers = 0
    for (const mode of ['page', 'sms'] as const) {
      const batch = all.filter((item) => item.mode === mode)
      if (batch.length > 0) void send(mode, batch)
    }
  }

  async function send(mode: 'page' | 'sms', batch: Waiting[], tries = 0): Promise<void> {
    inFlight++
    const answers = await check(
      placeOf(mode),
      batch.map((item) => item.passage),
    )
    lastAnswer = performance.now()
    inFlight--
    if (signal.aborted) return
    if (!answers) retry(mode, batch, tries)
    else for (const [index, item] of batch.entries()) settle(item, answers[index] ?? [])
  }

  function settle(item: Waiting, verdicts: Verdict[]): void {
    known.delete(item.key)
    known.set(item.key, { verdicts, at: performance.now() })
    if (known.size > remembered) known.delete(known.keys().next().value ?? '')
    item.done(verdicts)
  }

  /**
   * The worker may just be starting; after the last try the numbers stay unmarked until their text is read again. The
   * batch goes out as it was: with what waits by then it could be longer than a message may be.
   */
  function retry(mode: 'page' | 'sms', batch: Waiting[], tries: number): void {
    const wait = retryMs[tries]
    if (wait === undefined) return
    inFlight++
    setTimeout(() => {
      inFlight--
      if (!signal.aborted) void send(mode, batch, tries + 1)
    }, wait)
  }

  return {
    ask(mode, passage, done) {
      const key = keyOf(placeOf(mode), passage)
      const answer = known.get(key)
      if (answer && performance.now() - answer.at < rememberMs) {
        done(answer.verdicts)
        return
      }
      if (waiting.length >= batchPassages || numbers + passage.found.length > batchNumbers) flush()
      waiting.push({ mode, key, passage, done })
      numbers += passage.found.length
    },
    flush,
    atRest: () => inFlight === 0 && waiting.length === 0,
    lastAnswer: () => lastAnswer,
  }
}

/** Equal for passages with equal answers: what was found in a text follows from the text and the places. */
function keyOf({ mode, title, url }: Place, { text, found, around, sender }: Passage): string {
  return JSON.stringify([mode, title, url, around, sender, found.map(({ start }) => start)]) + text
}

/** Single-page applications change both without a load. */
function titleNow(): string {
  return document.title.slice(0, placeUnits)
}

/** The frame's address; frames without one of their own (`srcdoc`, `about:blank`, `blob:`) speak for their parent's. */
function addressNow(): string {
  const { href, protocol } = location
  return (protocol.startsWith('http') || parent === window ? href : document.referrer || href).slice(0, placeUnits)
}
