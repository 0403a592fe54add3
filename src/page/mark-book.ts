/** All marks of this frame: the only place that knows which range carries which verdict. */

import type { MessageNote } from '../verdict/message-note.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Spot } from './flow.ts'
import type { Painter } from './highlight.ts'
import type { Mark } from './mark.ts'

/** A number to be marked, at the place where it was read. */
export interface Placement {
  spot: Spot
  /** The number as the detector read it. */
  text: string
  /** What `range.toString()` was at reading time; other text there now drops the placement. */
  shown: string
  verdict: Verdict
  message?: MessageNote
}

export interface MarkBook {
  all(): IterableIterator<Mark>
  size(): number
  byRange(range: AbstractRange): Mark | undefined
  byId(id: number): Mark | undefined
  /** Marks that begin in one of `nodes`. */
  startingIn(nodes: Iterable<Node>): Mark[]
  /** Marks `placements`, keeps those that stand already, removes the others of `old`. */
  replace(old: Iterable<Mark>, placements: Iterable<Placement>): void
  /** Removes marks whose text is gone or different. `touched`: text nodes changed since the last time. True when any went. */
  prune(touched: ReadonlySet<Node>): boolean
  /** True when the text of some mark has been taken away since the last `prune`. */
  hasLost(): boolean
  remove(mark: Mark): void
  clear(): void
}

export function createMarkBook(painter: Painter): MarkBook {
  const marks = new Map<AbstractRange, Mark>()
  const byNode = new WeakMap<Node, Set<Mark>>()
  let lastId = 0

  function add(range: Range, placement: Placement): void {
    const { text, shown, verdict, message } = placement
    const mark: Mark = { id: ++lastId, range, text, shown, verdict, ...(message && { message }) }
    marks.set(range, mark)
    const here = byNode.get(range.startContainer) ?? new Set()
    byNode.set(range.startContainer, here.add(mark))
    painter.add(mark)
  }

  function remove(mark: Mark): void {
    painter.remove(mark)
    marks.delete(mark.range)
    byNode.get(mark.range.startContainer)?.delete(mark)
  }

  function judgeAgain(mark: Mark, { verdict, message }: Placement): void {
    painter.remove(mark)
    mark.verdict = verdict
    if (message) mark.message = message
    else delete mark.message
    painter.add(mark)
  }

  function startingIn(nodes: Iterable<Node>): Mark[] {
    const found: Mark[] = []
    for (const node of nodes) for (const mark of byNode.get(node) ?? []) if (marks.has(mark.range)) found.push(mark)
    return found
  }

  return {
    all: () => marks.values(),
    size: () => marks.size,
    byRange: (range) => marks.get(range),
    byId: (id) => [...marks.values()].find((mark) => mark.id === id),
    startingIn,
    replace(old, placements) {
      const leftOver = new Set(old)
      for (const placement of placements) {
        const kept = startingIn([placement.spot.startNode]).find((mark) => standsAt(mark.range, placement.spot))
        if (kept) {
          leftOver.delete(kept)
          judgeAgain(kept, placement)
        } else {
          const range = rangeAt(placement)
          if (range) add(range, placement)
        }
      }
      for (const mark of leftOver) remove(mark)
    },
    prune(touched) {
      const before = marks.size
      for (const mark of marks.values()) if (isVoid(mark, touched)) remove(mark)
      return marks.size !== before
    },
    hasLost() {
      for (const { range } of marks.values()) if (range.collapsed || !range.startContainer.isConnected) return true
      return false
    },
    remove,
    clear() {
      marks.clear()
      painter.clear()
    },
  }
}

function standsAt(range: Range, spot: Spot): boolean {
  return (
    range.startContainer === spot.startNode &&
    range.startOffset === spot.startOffset &&
    range.endContainer === spot.endNode &&
    range.endOffset === spot.endOffset
  )
}

/** A range for the placement, or undefined when the page has changed that text since it was read. */
function rangeAt({ spot, shown }: Placement): Range | undefined {
  if (!spot.startNode.isConnected || !spot.endNode.isConnected) return undefined
  if (spot.startOffset > spot.startNode.length || spot.endOffset > spot.endNode.length) return undefined
  const range = spot.startNode.ownerDocument.createRange()
  range.setStart(spot.startNode, spot.startOffset)
  range.setEnd(spot.endNode, spot.endOffset)
  return range.toString() === shown ? range : undefined
}

/** What `range.toString()` gives for a spot. */
export function shownAt(spot: Spot): string {
  if (spot.startNode === spot.endNode) return spot.startNode.data.slice(spot.startOffset, spot.endOffset)
  const range = spot.startNode.ownerDocument.createRange()
  range.setStart(spot.startNode, spot.startOffset)
  range.setEnd(spot.endNode, spot.endOffset)
  return range.toString()
}

function isVoid({ range, shown }: Mark, touched: ReadonlySet<Node>): boolean {
  if (range.collapsed || !range.startContainer.isConnected) return true
  const plain = range.startContainer === range.endContainer && !touched.has(range.startContainer)
  return !plain && range.toString() !== shown
}
