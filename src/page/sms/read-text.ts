/** Reads the text of a message: its elements joined, blocks and `<br>` as line breaks, skipped and hidden parts left out. */
import type { BoxReader } from '../box.ts'
import { createFlowBuilder, type Flow, type FlowBuilder } from '../flow.ts'

/** A message longer than this is cut: real ones have at most some 1,000 units. */
const messageUnits = 4000
const messageNodes = 2000

export interface TextReader {
  boxOf: BoxReader
  shadowOf(element: Element): ShadowRoot | null
  /** Elements whose text is no part of the message. */
  skips(element: Element): boolean
}

/** The flow of several elements, one line each. */
export function readText(elements: readonly Element[], reader: TextReader): Flow {
  const builder = createFlowBuilder()
  const walk = { builder, reader, nodes: 0 }
  for (const element of elements) {
    builder.breakLine(true)
    readElement(walk, element)
  }
  return builder.done()
}

interface Walk {
  builder: FlowBuilder
  reader: TextReader
  nodes: number
}

function readElement(walk: Walk, element: Element): void {
  const { builder, reader } = walk
  if (++walk.nodes > messageNodes || reader.skips(element)) return
  const box = reader.boxOf(element)
  if (box.kind === 'line') builder.breakLine(false)
  else if (box.kind === 'thing') builder.space()
  if (box.kind !== 'block' && box.kind !== 'inline') return
  if (box.kind === 'block') builder.breakLine(true)
  else if (box.gap('Left')) builder.space()
  readChildren(walk, reader.shadowOf(element) ?? element, box.keepsSpace)
  if (box.kind === 'block') builder.breakLine(true)
  else if (box.gap('Right')) builder.space()
}

function readChildren(walk: Walk, parent: Element | ShadowRoot, keepsSpace: boolean): void {
  for (const node of childrenIn(parent)) {
    const room = messageUnits - walk.builder.length()
    if (room <= 0) return
    if (node instanceof Text) walk.builder.add(node, 0, Math.min(node.length, room), keepsSpace)
    else if (node instanceof Element) readElement(walk, node)
  }
}

/** A slot shows what was assigned to it. */
function childrenIn(parent: Element | ShadowRoot): Iterable<Node> {
  const assigned = parent instanceof HTMLSlotElement ? parent.assignedNodes() : []
  return assigned.length > 0 ? assigned : parent.childNodes
}

/** Units `start…end` of a flow as a flow of its own. */
export function cutFlow(flow: Flow, start: number, end: number): Flow {
  const pieces = flow.pieces.flatMap((piece) => {
    const from = Math.max(start, piece.at)
    const to = Math.min(end, piece.at + piece.length)
    return to > from
      ? [{ at: from - start, node: piece.node, offset: piece.offset + from - piece.at, length: to - from }]
      : []
  })
  return { text: flow.text.slice(start, end), pieces }
}

/** Without line breaks and spaces at either end. */
export function trimFlow(flow: Flow): Flow {
  const start = flow.text.length - flow.text.trimStart().length
  const end = flow.text.trimEnd().length
  return start === 0 && end === flow.text.length ? flow : cutFlow(flow, start, Math.max(start, end))
}
