/** Turns text nodes with digits into marked numbers: read the flow, find, ask for verdicts, place the marks. */
import type { Found } from '../phone/found.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { textAround } from './around.ts'
import { boxByName, createBoxReader, isShown } from './box.ts'
import type { CheckQueue } from './check-queue.ts'
import { createClaims } from './claims.ts'
import { findInFlow } from './find-in-flow.ts'
import { type Flow, type Spot, spotAt } from './flow.ts'
import { flowOfLine, glance, type Line } from './glance.ts'
import { isLineNumber } from './line-number.ts'
import type { Mark } from './mark.ts'
import { type MarkBook, type Placement, shownAt } from './mark-book.ts'
import type { MessageGate } from './message-gate.ts'
import { cutPassages } from './passages.ts'
import { createFlowReader } from './read-flow.ts'
import { isUnread } from './unread.ts'
import { splitsWord } from './word-unit.ts'

export interface Readings {
  /** A text node with digits at `offset`, see `WalkVisitor`. Returns the offset up to which it is read now. */
  text(node: Text, offset: number, carried: boolean): number
  /** A block with digits, see `WalkVisitor`. True when it is read, or holds no number. */
  block(block: Element, text: string): boolean
  /** Reads what stands around a node that was taken, and is no more. */
  again(node: Text): void
  /** Styles may have changed: forgets boxes. */
  slice(): void
  /** The pass is over: the same nodes may be read again. */
  passEnd(): void
  /** Looks whether hidden text has come into view. True while some is waiting. */
  pollHidden(): boolean
}

interface Options {
  queue: CheckQueue
  book: MarkBook
  /** Text that somebody else reads (messages of an SMS view). */
  messages: Pick<MessageGate, 'isTaken' | 'takes'>
  /** Whether a verdict is marked here: not muted, and of a kind that the person wants to see. */
  isWanted(verdict: Verdict): boolean
  onChange(): void
}

/** A number of a flow with its place in the page. */
interface Placed {
  number: Found
  spot: Spot
  shown: string
  /** The units before and behind it. */
  edges: string
}

/** Hidden text nodes with digits that are remembered, and how many are asked about at a time. */
const hiddenLimit = 3000
const hiddenAtATime = 300

export function createReadings({ queue, book, messages, isWanted, onChange }: Options): Readings {
  const readTo = new Map<Text, number>()
  const hidden = new Set<Text>()
  const claims = createClaims()
  let boxOf = createBoxReader()
  let readFlow = createFlowReader(boxOf)
  let readByName = createFlowReader(boxByName)
  let unread = new Map<Element, boolean>()
  let lastText = ''
  let lastFound: Found[] = []

  /** The reading by styles mostly gives the text of the reading by names again. */
  function find(text: string): Found[] {
    if (text !== lastText) lastFound = findInFlow(text)
    lastText = text
    return lastFound
  }

  /** What is never read is asked first: a number typed into an editor is no reason to look for messages. */
  function mayRead(node: Text): boolean {
    const parent = node.parentElement
    if (parent && isNeverRead(parent)) return false
    if (messages.takes(node)) return false
    if (!parent || isShown(parent)) return true
    if (hidden.size < hiddenLimit) hidden.add(node)
    return false
  }

  function isNeverRead(parent: Element): boolean {
    let never = unread.get(parent)
    if (never === undefined) {
      never = isUnread(parent)
      unread.set(parent, never)
    }
    return never
  }

  function block(element: Element, whole: string): boolean {
    if (claims.touchesBlock(element)) return false
    const line = glance(element, whole, find)
    for (const { node, offset } of line?.numbers ?? []) readAt(node, offset, line)
    return line !== undefined
  }

  function text(node: Text, offset: number, carried: boolean): number {
    const done = readTo.get(node) ?? 0
    if (done > offset) return done
    if (carried) return readAt(node, offset)
    const named = readByName(node, offset)
    return !named || mayBeSkipped(named) ? takeOver(named, node, offset) : readAt(node, offset)
  }

  /** Reads the flow around by its styles, unless that was done. Returns the offset up to which the node is read. */
  function readAt(node: Text, offset: number, line?: Line): number {
    const done = readTo.get(node) ?? 0
    if (done > offset) return done
    const flow = mayRead(node) ? ((line && flowOfLine(line, boxOf)) ?? readFlow(node, offset)) : undefined
    if (flow) judge(flow)
    return takeOver(flow, node, offset)
  }

  /** A flow without numbers and without marks of an earlier reading, read without styles. */
  function mayBeSkipped(flow: Flow): boolean {
    return !claims.touches(flow) && !dependsOnStyles(flow) && find(flow.text).length === 0
  }

  function takeOver(flow: Flow | undefined, node: Text, offset: number): number {
    for (const piece of flow?.pieces ?? []) {
      readTo.set(piece.node, Math.max(readTo.get(piece.node) ?? 0, piece.offset + piece.length))
    }
    const now = readTo.get(node) ?? 0
    return now > offset ? now : node.length
  }

  function judge(flow: Flow): void {
    const placed = placedNumbers(flow, find(flow.text))
    if (placed.length === 0 && !claims.touches(flow)) return
    const reading = claims.take(flow)
    const owns = (node: Node, offset: number): boolean => claims.owns(reading, node, offset)
    const settle = (verdicts: Verdict[]): void => {
      const current = placed.filter(
        ({ spot, edges }) =>
          owns(spot.startNode, spot.startOffset) && edgesOf(spot) === edges && !messages.isTaken(spot.startNode),
      )
      book.replace(marksIn(book, flow, owns), placements(current, verdicts))
      onChange()
    }
    if (placed.length === 0) settle([])
    else ask(flow, placed, settle)
  }

  /** Verdicts of all the flow's numbers, offsets in the flow, once every passage is answered. */
  function ask(flow: Flow, placed: Placed[], done: (verdicts: Verdict[]) => void): void {
    const around = placed[0] ? textAround(placed[0].spot.startNode) : ''
    const cut = cutPassages(
      flow.text,
      placed.map((one) => one.number),
    )
    const verdicts: Verdict[] = []
    let open = cut.length
    for (const { passage, shift } of cut) {
      queue.ask('page', around ? { ...passage, around } : passage, (answer) => {
        for (const verdict of answer) {
          verdicts.push({ ...verdict, start: verdict.start + shift, end: verdict.end + shift })
        }
        if (--open === 0) done(verdicts)
      })
    }
  }

  function placements(placed: Placed[], verdicts: Verdict[]): Placement[] {
    return placed.flatMap(({ number, spot, shown }) => {
      const verdict = verdicts.find((one) => one.start === number.start && one.end === number.end)
      if (!verdict || !isWanted(verdict)) return []
      return [{ spot, shown, text: number.raw, verdict }]
    })
  }

  function again(node: Text): void {
    readTo.delete(node)
    for (let offset = 0; offset < node.length; ) offset = text(node, offset, true)
  }

  return {
    text,
    block,
    again,
    slice() {
      boxOf = createBoxReader()
      readFlow = createFlowReader(boxOf)
      readByName = createFlowReader(boxByName)
      unread = new Map()
    },
    passEnd() {
      readTo.clear()
    },
    pollHidden() {
      let asked = 0
      for (const node of hidden) {
        if (++asked > hiddenAtATime) break
        hidden.delete(node)
        if (!node.isConnected) continue
        if (node.parentElement && !isShown(node.parentElement)) hidden.add(node)
        else again(node)
      }
      return hidden.size > 0
    },
  }
}

/** True when styles decide whether digits of neighbouring elements are one number: then they are asked for. */
function dependsOnStyles(flow: Flow): boolean {
  return flow.pieces.some(({ at, node }, index) => {
    const before = flow.pieces[index - 1]
    if (!before || before.node === node || before.at + before.length !== at) return false
    return splitsWord(flow.text, at)
  })
}

function placedNumbers(flow: Flow, found: readonly Found[]): Placed[] {
  return found.flatMap((number) => {
    const spot = spotAt(flow, number.start, number.end)
    return spot && !isLineNumber(spot.startNode, number.raw)
      ? [{ number, spot, shown: shownAt(spot), edges: edgesOf(spot) }]
      : []
  })
}

/** Others mean that the text has grown since it was read: it is read again, and an answer for a part of it says nothing. */
function edgesOf({ startNode, startOffset, endNode, endOffset }: Spot): string {
  return `${startNode.data.charAt(startOffset - 1)}|${endNode.data.charAt(endOffset)}`
}

/** Marks that begin in the part of the page that this reading owns. */
function marksIn(book: MarkBook, flow: Flow, owns: (node: Node, offset: number) => boolean): Mark[] {
  const nodes = new Set(flow.pieces.map((piece) => piece.node))
  return book.startingIn(nodes).filter(({ range }) => owns(range.startContainer, range.startOffset))
}
