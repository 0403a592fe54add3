/** When the page is read: slices of a few milliseconds, mutations in batches, nothing while the document is hidden. */
import { newGate } from './digit-gate.ts'
import { dirtyRoots, noteChanges } from './dirty-roots.ts'
import { runLater } from './later.ts'
import { createRootFinder, type RootFinder, type ShadowRootOf } from './shadow-roots.ts'
import { createWalk, type WalkVisitor } from './walk.ts'

/** Longest stretch of work before the page gets its turn, ms. */
const sliceMs = 4
/** Mutations are collected for this long, ms. */
const batchMs = 64
/** Longest wait for a free moment, ms: late numbers are marked within a second. */
const patienceMs = 250
/** Dirty nodes kept while hidden; beyond it the whole page is read once on return. */
const dirtyLimit = 20_000
/** Marked text that was replaced is looked for at once, at most this often, ms. */
const rushMs = 200
/** How often the things that no observer tells are looked at, ms. */
const beatMs = 500

export interface WatchReader {
  /** See `WalkVisitor.text`. */
  text: WalkVisitor['text']
  block: WalkVisitor['block']
  link: WalkVisitor['link']
  /** Before a batch: text nodes whose data changed. Marks on vanished text go here. */
  batch(changed: ReadonlySet<Node>, roots: ReadonlySet<Node>): void
  /** True when the page has just taken marked text away. */
  hasLostMarks(): boolean
  /** Nothing is left to read. */
  passEnd(): void
  /** Every half second while visible, as long as it returns true. */
  beat(): boolean
  /** A slice begins: layout may have changed since the last one. */
  slice(): void
}

export interface Watch {
  /** Reads these nodes in the next slices. */
  read(nodes: Iterable<Node>): void
  atRest(): boolean
  roots: RootFinder['roots']
}

interface Options {
  shadowRootOf: ShadowRootOf
  reader: WatchReader
  signal: AbortSignal
}

/** Reads the document once, then what changes, until `signal` is aborted. */
export function watch({ shadowRootOf, reader, signal }: Options): Watch {
  /** Roots to be read, in the order in which they came. */
  const queue = new Set<Node>()
  const gate = newGate()
  const observer = new MutationObserver(onMutations)
  const dirty = new Set<Node>()
  const changed = new Set<Node>()
  const finder = createRootFinder(shadowRootOf, observeRoot)
  const { text, block, link } = reader
  const visitor: WalkVisitor = { text, block, link, element: finder.visit }
  const walk = createWalk(gate, visitor)
  let batchTimer = 0
  let sliceDue = false
  let beatTimer = 0
  let lastRush = 0

  function observeRoot(root: Node): void {
    observer.observe(root, { childList: true, characterData: true, subtree: true })
    enqueue([root])
  }

  function enqueue(nodes: Iterable<Node>): void {
    for (const node of nodes) queue.add(node)
    schedule()
  }

  function schedule(): void {
    if (sliceDue || signal.aborted || document.hidden || isIdle()) return
    sliceDue = true
    runLater(runSlice, patienceMs)
  }

  function runSlice(): void {
    sliceDue = false
    if (signal.aborted || document.hidden) return
    reader.slice()
    const until = performance.now() + sliceMs
    while (!isIdle()) {
      if (walk.isDone()) beginNext()
      if (!walk.run(until)) break
    }
    if (!isIdle()) {
      schedule()
      return
    }
    reader.passEnd()
    scheduleBeat()
  }

  function isIdle(): boolean {
    return queue.size === 0 && walk.isDone()
  }

  function beginNext(): void {
    for (const root of queue) {
      queue.delete(root)
      if (!root.isConnected) continue
      walk.begin(root)
      return
    }
  }

  function onMutations(records: MutationRecord[]): void {
    noteChanges(records, dirty, changed)
    if (dirty.size > dirtyLimit) readAllLater()
    startBatch()
    if (batchTimer === 0 || performance.now() - lastRush < rushMs || !reader.hasLostMarks()) return
    lastRush = performance.now()
    requestAnimationFrame(rush)
  }

  /** The page replaced marked text: the new text is read before the next frame is drawn, so that no mark flickers. */
  function rush(): void {
    if (batchTimer === 0 || signal.aborted) return
    clearTimeout(batchTimer)
    const roots = takeBatch()
    const until = performance.now() + sliceMs
    reader.slice()
    const now = createWalk(gate, visitor)
    for (const root of roots) {
      if (performance.now() > until) break
      now.begin(root)
      if (!now.run(until)) break
      roots.delete(root)
    }
    enqueue(roots)
    if (isIdle()) reader.passEnd()
  }

  function readAllLater(): void {
    dirty.clear()
    dirty.add(document.documentElement)
    for (const root of finder.roots()) dirty.add(root)
  }

  function startBatch(): void {
    if (!batchTimer && !signal.aborted && !document.hidden) batchTimer = window.setTimeout(runBatch, batchMs)
  }

  function runBatch(): void {
    enqueue(takeBatch())
    if (isIdle()) reader.passEnd()
  }

  /** What the mutations since the last batch want read. */
  function takeBatch(): Set<Node> {
    batchTimer = 0
    const roots = dirtyRoots(dirty)
    reader.batch(changed, roots)
    dirty.clear()
    changed.clear()
    return roots
  }

  function scheduleBeat(): void {
    if (!beatTimer && !signal.aborted && !document.hidden) beatTimer = window.setTimeout(runBeat, beatMs)
  }

  function runBeat(): void {
    beatTimer = 0
    finder.poll()
    if (reader.beat() || finder.waiting() > 0) scheduleBeat()
  }

  function onVisibility(): void {
    if (document.hidden) return
    if (dirty.size > 0 || changed.size > 0) startBatch()
    schedule()
    scheduleBeat()
  }

  document.addEventListener('visibilitychange', onVisibility, { signal })
  window.addEventListener('pageshow', onVisibility, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(batchTimer)
    clearTimeout(beatTimer)
  })
  observeRoot(document)
  return {
    read: enqueue,
    atRest: () => isIdle() && !batchTimer && dirty.size === 0,
    roots: finder.roots,
  }
}
