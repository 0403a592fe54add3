/** A first look at the whole text of a block, without styles and node by node only where it matters. */
import type { Found } from '../phone/found.ts'
import { type BoxReader, boxByName } from './box.ts'
import type { Flow } from './flow.ts'
import { rows } from './read-flow.ts'
import { isWordUnit, splitsWord } from './word-unit.ts'

/** Elements that join their text to the block's, whatever the usual styles; the commonest first. */
const inline =
  'a,span,b,em,strong,i,small,u,font,code,mark,time,label,s,del,ins,q,abbr,cite,kbd,var,tt,big,bdi,bdo,data,dfn,strike'
const notInline = `:not(${inline})`
/** Longer blocks are read in windows. */
const longest = 1500
/** White space that rendering changes. */
const loose = /[\t\n\r\f]| {2}|^ | $/

/** Where a number begins. */
interface NumberStart {
  node: Text
  offset: number
}

/** A block that reads as one line of text, made of these nodes. */
export interface Line {
  block: Element
  text: string
  nodes: readonly Text[]
  numbers: NumberStart[]
}

/**
 * The numbers of `block`, whose text is `text`, as far as that is plain: it reads as one line of text and no styles can
 * join its digits differently. Undefined when it is not plain: then it is read closely.
 */
export function glance(block: Element, text: string, find: (text: string) => readonly Found[]): Line | undefined {
  if (text.length > longest || loose.test(text) || !standsAlone(block)) return undefined
  const nodes = nodesOfLine(block, text)
  return nodes && { block, text, nodes, numbers: startsIn(nodes, find(text)) }
}

/** The flow of a line, as a flow reader gives it; undefined when the styles show it as something else, or may do so. */
export function flowOfLine({ block, text, nodes }: Line, boxOf: BoxReader): Flow | undefined {
  if (boxOf(block).kind !== 'block') return undefined
  for (const element of block.querySelectorAll('*')) if (boxOf(element).kind !== 'inline') return undefined
  const pieces = []
  let at = 0
  for (const node of nodes) {
    // A gap between the elements would part the text here.
    if (at > 0 && isWordUnit(text.charCodeAt(at - 1))) return undefined
    pieces.push({ at, node, offset: 0, length: node.length })
    at += node.length
  }
  return { text, pieces }
}

/** Read by itself and not with a row or the other half of a term. */
function standsAlone(block: Element): boolean {
  if (boxByName(block).kind !== 'block' || block.localName === 'dt' || block.localName === 'dd') return false
  const row = block.closest(rows)
  return row === null || row === block
}

/** Undefined when something else than plain inline elements is inside, or when text nodes meet within a run of digits. */
function nodesOfLine(block: Element, text: string): Text[] | undefined {
  const hasElements = block.firstElementChild !== null
  if (hasElements && block.querySelector(notInline)) return undefined
  const nodes: Text[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (hasElements && at > 0 && splitsWord(text, at)) return undefined
    at += node.length
    nodes.push(node)
  }
  return nodes
}

function startsIn(nodes: readonly Text[], found: readonly Found[]): NumberStart[] {
  const starts: NumberStart[] = []
  let at = 0
  let next = 0
  for (const node of nodes) {
    const end = at + node.length
    for (let number = found[next]; number && number.start < end; number = found[++next]) {
      starts.push({ node, offset: number.start - at })
    }
    at = end
  }
  return starts
}
