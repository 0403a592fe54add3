/** Runs inside the measured page: our scan and a bare pass over the same document, every task of ours timed. */
import { type PageSession, startSession } from '../../src/page/session.ts'
import { startReader } from '../../src/page/sms/start-reader.ts'
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

/** One whole scan of the page as it stands. */
export async function scanOnce(): Promise<ScanFigures> {
  const controller = new AbortController()
  const timed = timeTasks()
  const start = performance.now()
  await rest(startQuiet(controller.signal))
  const elapsed = performance.now() - start
  controller.abort()
  return { ...timed.stop(), elapsed }
}

/** 10,000 nodes appended within a second: the page's own work and ours, ms. */
export async function appendBurst(withUs: boolean): Promise<{ page: number; ours: number; longest: number }> {
  const controller = new AbortController()
  const timed = timeTasks()
  const session = withUs ? startQuiet(controller.signal) : undefined
  if (session) await rest(session)
  const before = { ...timed.figures }
  timed.figures.longest = 0
  const box = document.createElement('div')
  document.body.append(box)
  let page = 0
  for (let round = 0; round < 100; round++) {
    const begin = performance.now()
    for (let n = 0; n < 50; n++) {
      const entry = document.createElement('p')
      entry.append(`第${round}条：还款计划已更新，请在应用内查看。${n === 7 ? '客服 95588' : ''}`)
      box.append(entry)
    }
    page += performance.now() - begin
    await new Promise((resolve) => plainTimeout(resolve, 8))
  }
  if (session) await rest(session)
  box.remove()
  controller.abort()
  timed.stop()
  return { page, ours: timed.figures.total - before.total, longest: timed.figures.longest }
}

/** Typing into a rich editor: milliseconds of main-thread work for one key, layout included. */
export async function typeInEditor(withUs: boolean, keys: number): Promise<number> {
  const controller = new AbortController()
  const timed = timeTasks()
  const session = withUs ? startQuiet(controller.signal) : undefined
  if (session) await rest(session)
  const before = timed.figures.total
  const editor = document.createElement('div')
  editor.contentEditable = 'true'
  document.body.prepend(editor)
  editor.focus()
  let page = 0
  for (let n = 0; n < keys; n++) {
    const begin = performance.now()
    document.execCommand('insertText', false, '客服 95588 '.charAt(n % 9))
    editor.getBoundingClientRect()
    page += performance.now() - begin
    await new Promise((resolve) => plainTimeout(resolve, 10))
  }
  await new Promise((resolve) => plainTimeout(resolve, 200))
  editor.remove()
  controller.abort()
  timed.stop()
  return (page + timed.figures.total - before) / keys
}

/** A session whose background answers at once: every number is ordinary. */
function startQuiet(signal: AbortSignal): PageSession {
  return startSession({
    settings: { muted: [] },
    check: async (_, passages) => passages.map(() => []),
    paint: () => undefined,
    report: () => undefined,
    messages: { load: async () => (parts) => startReader(parts, []) },
    shadowRootOf: (element) => element.shadowRoot,
    signal,
  })
}

async function rest(session: PageSession): Promise<void> {
  while (!session.atRest()) await new Promise((resolve) => plainTimeout(resolve, 5))
}

const plainTimeout = window.setTimeout.bind(window)

/** Wraps what starts our tasks, so that each is timed. */
function timeTasks(): { figures: Timed; stop(): Timed } {
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
    figures: timed,
    stop() {
      Object.assign(window, { requestIdleCallback, setTimeout, MutationObserver })
      scheduler.postTask = post
      return timed
    },
  }
}
