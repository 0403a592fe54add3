/** A flow: the text of one block as a reader sees it, with every unit traceable to its text node. */

import { ownText } from './own-text.ts'

/** Units `at…at+length` of the text are units `offset…` of `node`. */
export interface Piece {
  at: number
  node: Text
  offset: number
  length: number
}

export interface Flow {
  text: string
  pieces: Piece[]
}

/** Where a stretch of a flow stands in the page. Plain data: it survives until the answer comes, then it is checked. */
export interface Spot {
  startNode: Text
  startOffset: number
  endNode: Text
  endOffset: number
}

export interface FlowBuilder {
  length(): number
  /** The UTF-16 unit that was added last; 0 while there is none. */
  lastUnit(): number
  /** Adds `node` from unit `from`; white space collapses as in rendering unless `keepsSpace`. */
  add(node: Text, from: number, to: number, keepsSpace: boolean): void
  /** `<br>`, or with `hard` the border of a block or cell inside a passage. */
  breakLine(hard: boolean): void
  /** A visible gap that holds no character. */
  space(): void
  done(): Flow
}

/** Stands between the cells and paragraphs of one passage: no number reaches across (see find-in-flow.ts). */
export const hardBreak = '\n\n'

export function createFlowBuilder(): FlowBuilder {
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let blank = true

  function put(text: string): void {
    parts.push(text)
    length += text.length
  }

  function take(node: Text, data: string, offset: number, end: number): void {
    if (end <= offset) return
    pieces.push({ at: length, node, offset, length: end - offset })
    put(data.slice(offset, end))
    blank = false
  }

  function addCollapsed(node: Text, data: string, from: number, to: number): void {
    let kept = blank && data[from] === ' ' ? from + 1 : from
    spaces.lastIndex = kept
    for (let run = spaces.exec(data); run && run.index < to; run = spaces.exec(data)) {
      take(node, data, kept, run.index)
      if (!blank) {
        pieces.push({ at: length, node, offset: run.index, length: 1 })
        put(' ')
        blank = true
      }
      kept = Math.min(spaces.lastIndex, to)
    }
    take(node, data, kept, to)
  }

  return {
    length: () => length,
    lastUnit: () => parts.at(-1)?.charCodeAt((parts.at(-1)?.length ?? 0) - 1) ?? 0,
    add(node, from, to, keepsSpace) {
      const { data } = node
      if (keepsSpace) take(node, data, from, to)
      else addCollapsed(node, data, from, to)
    },
    breakLine(hard) {
      const last = parts.at(-1)
      if (length === 0 || last === hardBreak) return
      if (last === '\n' && hard) {
        parts.pop()
        length -= 1
      }
      put(hard ? hardBreak : '\n')
      blank = true
    },
    space() {
      if (blank) return
      put(' ')
      blank = true
    },
    done() {
      while (parts.at(-1) === hardBreak || parts.at(-1) === '\n') parts.pop()
      return { text: ownText(parts.join('')), pieces }
    },
  }
}

/** Runs that render as one space. Single spaces inside a line stay in their piece. */
const spaces = /[\t\n\r\f]+[ \t\n\r\f]*| [ \t\n\r\f]+|^ | $/g

/** The page's place of units `start…end` of the flow; undefined when they hold no text of the page. */
export function spotAt(flow: Flow, start: number, end: number): Spot | undefined {
  const first = pieceAt(flow.pieces, start)
  const last = pieceAt(flow.pieces, end - 1)
  if (!first || !last) return undefined
  return {
    startNode: first.node,
    startOffset: first.offset + start - first.at,
    endNode: last.node,
    endOffset: last.offset + end - last.at,
  }
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (!piece) return undefined
    if (at < piece.at) high = middle - 1
    else if (at >= piece.at + piece.length) low = middle + 1
    else return piece
  }
  return undefined
}
