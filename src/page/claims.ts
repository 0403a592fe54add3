/** Which reading of a stretch of text is the newest: an answer that comes late must not undo a later one. */
import { boxByName } from './box.ts'
import type { Flow } from './flow.ts'

interface Claim {
  from: number
  to: number
  reading: number
}

export interface Claims {
  /** Takes the flow's text over from earlier readings. Returns the reading's number. */
  take(flow: Flow): number
  owns(reading: number, node: Node, offset: number): boolean
  /** True when some earlier reading still waits for, or has marked, a part of the flow. */
  touches(flow: Flow): boolean
  /** The same for text whose nearest block (by name) is this. */
  touchesBlock(block: Element): boolean
}

export function createClaims(): Claims {
  const claims = new WeakMap<Node, Claim[]>()
  const blocks = new WeakSet<Element>()
  let last = 0
  return {
    take(flow) {
      const reading = ++last
      for (const { node, offset, length } of flow.pieces) {
        const claim = { from: offset, to: offset + length, reading }
        const others = (claims.get(node) ?? []).filter((old) => old.from < claim.from || old.to > claim.to)
        claims.set(node, [...others, claim])
        const block = blockAround(node)
        if (block) blocks.add(block)
      }
      return reading
    },
    owns(reading, node, offset) {
      const claim = claims.get(node)?.findLast(({ from, to }) => from <= offset && offset < to)
      return claim?.reading === reading
    },
    touches: (flow) => flow.pieces.some(({ node }) => claims.has(node)),
    touchesBlock: (block) => blocks.has(block),
  }
}

function blockAround(node: Text): Element | null {
  let at = node.parentElement
  while (at && boxByName(at).kind !== 'block') at = at.parentElement
  return at
}
