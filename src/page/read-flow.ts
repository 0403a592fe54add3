/** Reads the flow around a text node: the whole row or list item when it is small, else a window of its block. */
import type { Box, BoxReader } from './box.ts'
import { createFlowBuilder, type Flow, type FlowBuilder } from './flow.ts'
import { cutAfter, cutBefore } from './safe-cut.ts'
import { isWordUnit } from './word-unit.ts'

/** Units read before the hit, for the owner's name in front of the number. */
const unitsBefore = 2000
/** Units in one window: one call of the detector stays far below a slice. */
const windowUnits = 8000
/** Rows and list items up to this length are one passage; longer ones are layout. */
const rowUnits = 1500
/** Elements visited for one flow. */
const windowNodes = 4000

/** Read as one passage when they are small. */
export const rows = 'tr,li,dt,dd,[role="row"],[role="listitem"]'

/** Reads the text around unit `offset` of `node`. Undefined when the node is not shown as text. */
export type FlowReader = (node: Text, offset: number) => Flow | undefined

/** A reader for one slice: boxes and the rows found too long are remembered while it lives. */
export function createFlowReader(boxOf: BoxReader): FlowReader {
  const layoutRows = new Set<Element>()
  return (node, offset) => {
    const block = blockOf(node, boxOf)
    if (!block) return undefined
    const row = block instanceof Element ? block.closest(rows) : null
    if (row && !layoutRows.has(row)) {
      const flow = readRow(row, boxOf)
      if (flow) return flow
      layoutRows.add(row)
    }
    return readWindow(block, node, offset, boxOf)
  }
}

/** The nearest block-level ancestor, or the shadow root; undefined below something hidden. */
function blockOf(node: Text, boxOf: BoxReader): Element | ShadowRoot | undefined {
  for (let at: Node | null = node.parentNode; at; at = at.parentNode) {
    if (at instanceof ShadowRoot) return at
    if (!(at instanceof Element)) return undefined
    const { kind } = boxOf(at)
    if (kind === 'block') return at
    if (kind !== 'inline') return undefined
  }
  return undefined
}

/** A row, list item or term with its descriptions, when it is small and holds no rows itself. */
function readRow(row: Element, boxOf: BoxReader): Flow | undefined {
  if (row.querySelector(rows)) return undefined
  const members = row.localName === 'dt' || row.localName === 'dd' ? termGroup(row) : [row]
  const builder = createFlowBuilder()
  let nodes = 0
  for (const member of members) {
    const box = boxOf(member)
    if (box.kind !== 'block') continue
    builder.breakLine(true)
    const reader = { builder, boxOf, scope: member, rowMode: true }
    for (let at: Node | null = member.firstChild; at; at = step(reader, at, 0)) {
      if (builder.length() > rowUnits || ++nodes > windowNodes) return undefined
    }
  }
  return builder.done()
}

/** A `dt` run and the `dd` run after it, whichever of them was given. */
function termGroup(term: Element): Element[] {
  let first = term
  while (first.localName === 'dd' && first.previousElementSibling) first = first.previousElementSibling
  while (first.previousElementSibling?.localName === 'dt') first = first.previousElementSibling
  const group: Element[] = []
  let inTerms = true
  for (let at: Element | null = first; at; at = at.nextElementSibling) {
    if (at.localName === 'dd') inTerms = false
    else if (at.localName !== 'dt' || !inTerms) break
    group.push(at)
  }
  return group
}

function readWindow(scope: Element | ShadowRoot, node: Text, offset: number, boxOf: BoxReader): Flow {
  const builder = createFlowBuilder()
  const reader = { builder, boxOf, scope, rowMode: false }
  const start = windowStart(scope, node, offset, boxOf)
  let nodes = 0
  let at = step(reader, start.node, start.offset)
  while (at && builder.length() < windowUnits && ++nodes < windowNodes) at = step(reader, at, 0)
  return builder.done()
}

interface Reader {
  builder: FlowBuilder
  boxOf: BoxReader
  scope: Node
  /** Blocks inside the scope break the text; otherwise they end it. */
  rowMode: boolean
}

/** Adds `node` to the text and returns the next node to add; null at the end of the flow. */
function step(reader: Reader, node: Node, from: number): Node | null {
  if (node.nodeType === Node.TEXT_NODE) {
    addText(reader, node as Text, from)
    return following(reader, node)
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return following(reader, node)
  const box = reader.boxOf(node as Element)
  if (box.kind === 'block' && !reader.rowMode) return null
  enter(reader.builder, box)
  if (box.kind !== 'block' && box.kind !== 'inline') return following(reader, node)
  if (node.firstChild) return node.firstChild
  leave(reader.builder, box)
  return following(reader, node)
}

/** The node after `node`'s subtree, leaving its ancestors on the way up. */
function following(reader: Reader, node: Node): Node | null {
  let at = node
  while (!at.nextSibling) {
    const parent = at.parentNode
    if (!parent || parent === reader.scope) return null
    leave(reader.builder, reader.boxOf(parent as Element))
    at = parent
  }
  return at.nextSibling
}

function enter(builder: FlowBuilder, box: Box): void {
  if (box.kind === 'line') builder.breakLine(false)
  else if (box.kind === 'block') builder.breakLine(true)
  else if (box.kind === 'thing') builder.space()
  else if (box.kind === 'inline' && isWordUnit(builder.lastUnit()) && box.gap('Left')) builder.space()
}

function leave(builder: FlowBuilder, box: Box): void {
  if (box.kind === 'block') builder.breakLine(true)
  else if (box.kind === 'inline' && isWordUnit(builder.lastUnit()) && box.gap('Right')) builder.space()
}

function addText(reader: Reader, node: Text, from: number): void {
  const parent = node.parentNode
  const box = parent instanceof Element ? reader.boxOf(parent) : undefined
  const keepsSpace = box !== undefined && 'keepsSpace' in box && box.keepsSpace
  const room = windowUnits - reader.builder.length()
  const to = node.length - from > room ? cutBefore(node.data, from + room) : node.length
  reader.builder.add(node, from, Math.max(to, from), keepsSpace)
}

/** Where the window begins: up to `unitsBefore` units before the hit, in the same run of inline content. */
function windowStart(scope: Node, node: Text, offset: number, boxOf: BoxReader): { node: Text; offset: number } {
  if (offset > unitsBefore) return { node, offset: cutAfter(node.data, offset - unitsBefore) }
  let start = { node, offset: 0 }
  let units = offset
  let visited = 0
  for (let at = before(node, scope); at && units < unitsBefore && ++visited <= windowNodes; at = before(at, scope)) {
    at = lastInline(at, boxOf)
    if (!at) break
    if (at.nodeType !== Node.TEXT_NODE) continue
    const { data } = at as Text
    const room = unitsBefore - units
    start = { node: at as Text, offset: data.length > room ? cutAfter(data, data.length - room) : 0 }
    units += data.length
  }
  return start
}

/** The node before `node` and, when there is none in its parent, before its parent: the elements between are inline. */
function before(node: Node, scope: Node): Node | null {
  for (let at: Node | null = node; at && at !== scope; at = at.parentNode) {
    if (at.previousSibling) return at.previousSibling
  }
  return null
}

/** The last node of an inline element that is shown, else the node itself; null at the border of a block. */
function lastInline(node: Node, boxOf: BoxReader): Node | null {
  for (let at = node; ; ) {
    if (!(at instanceof Element)) return at
    const { kind } = boxOf(at)
    if (kind === 'block') return null
    if (kind !== 'inline' || !at.lastChild) return at
    at = at.lastChild
  }
}
