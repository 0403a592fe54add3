/** Walks a subtree in small steps and reports the text nodes worth reading, the links and the possible shadow hosts. */
import { isBlankText } from './blank-text.ts'
import { firstCluster, type GateState } from './digit-gate.ts'
import { ownText } from './own-text.ts'
import { isPlainFigure } from './plain-figure.ts'
import { soughtElements } from './sought-elements.ts'
import { BY_NODE, CELL, GROUP, LEAF, PASS_OVER, WAY, WHOLE, wayOf } from './text-blocks.ts'

export interface WalkVisitor {
  /**
   * A text node with a cluster of digits from `offset` on; `carried`: it began in an earlier node. Returns where to
   * look on (`text.length` to leave it).
   */
  text(node: Text, offset: number, carried: boolean): number
  /** A block with a cluster of digits in its text. True when nothing in it has to be reported any more. */
  block(block: Element, text: string): boolean
  /** A possible host; `name`: its local name. */
  element(element: Element, name: string): void
  link(link: Element): void
}

export interface Walk {
  /** Sets out at `root`; the walk before must be done. */
  begin(root: Node): void
  /** Works until done (true) or until `performance.now()` passes `until` (false). */
  run(until: number): boolean
  isDone(): boolean
}

/** Units or nodes between two looks at the clock. */
const stride = 4096
const nodeCost = 16
/** Units of groups that may be looked at twice, besides an eighth of all: groups within groups cost no more. */
const againLimit = 16_384

/**
 * Walks a node and what is below: its elements first, then its text, block by block; only blocks with digits are walked
 * node by node. When the page removes the node it stopped at, it begins again at its root; what was read is remembered by
 * the visitor, so this costs time only.
 */
export function createWalk(gate: GateState, visitor: WalkVisitor): Walk {
  let root: Node = document
  let elements: NodeListOf<Element> | undefined
  let element = 0
  /** The block to look at next, and the text nodes of the one with digits. */
  let block: Node | null = null
  let texts: TreeWalker | undefined
  let isCell = false
  let node: Text | null = null
  let offset = 0
  /** Since the last look at the clock. */
  let cost = 0
  /** Units looked at, and those of groups that had to be looked at child by child after all. */
  let total = 0
  let again = 0

  function runElements(until: number): boolean {
    for (const end = elements?.length ?? 0; element < end; ) {
      // `item` is a plain call; an index goes through an interceptor.
      visit(elements?.item(element++) as Element)
      if (element % 512 === 0 && performance.now() > until) return false
    }
    return true
  }

  /** One of those that the selectors find. */
  function visit(at: Element): void {
    const name = at.localName
    if (name === 'a') visitor.link(at)
    else visitor.element(at, name)
  }

  /** Goes on to the next block; a block with digits is opened instead. */
  function lookAt(at: Node): void {
    cost += nodeCost
    const { localName } = at as Partial<Element>
    if (localName !== undefined) lookAtElement(at as Element, localName)
    else if (at.nodeType === Node.TEXT_NODE) lookAtText(at as Text)
    else block = at.firstChild ?? following(at, root)
  }

  /** Between blocks there is mostly white space, which the gate does not count. */
  function lookAtText(at: Text): void {
    if (isBlankText(at)) block = following(at, root)
    else open(at)
  }

  function lookAtElement(at: Element, name: string): void {
    const way = wayOf(at, name)
    const base = way & WAY
    if (way & CELL) gate.digits = 0
    if (base === PASS_OVER) block = following(at, root)
    else if (base === WHOLE) {
      if (isDull(at, way)) block = following(at, root)
      else openAll(at, way)
    } else if (base === BY_NODE) openAll(at, way)
    else if (base === GROUP && isDull(at, way)) block = following(at, root)
    else if (name === 'tr') lookAtRow(at)
    else block = at.firstChild ?? following(at, root)
  }

  /** As the general way, in one go: most nodes of a page with tables are cells that hold nothing but a figure. */
  function lookAtRow(row: Element): void {
    for (let at = row.firstChild; at; at = at.nextSibling) {
      block = at
      if (cost >= stride || (at as Element).localName !== 'td' || (at as Element).firstElementChild) return
      cost += nodeCost
      if (isDull(at as Element, WHOLE | CELL | LEAF)) continue
      openAll(at as Element, CELL)
      return
    }
    block = following(row, root)
  }

  function openAll(at: Element, way: number): void {
    texts = document.createTreeWalker(at, NodeFilter.SHOW_TEXT)
    isCell = (way & CELL) > 0
    open(texts.nextNode())
  }

  /** Nothing to report in the whole text. */
  function isDull(at: Element, way: number): boolean {
    const isGroup = (way & WAY) === GROUP
    if (isGroup && again > againLimit + total / 8) return false
    const { digits, gap } = gate
    const whole = at.textContent
    cost += whole.length
    total += whole.length
    const text = way & LEAF && isPlainFigure(whole) ? '' : ownText(whole)
    let hit = firstCluster(text, 0, gate)
    if (hit >= 0) {
      cost = stride
      if (isGroup) again += text.length
      if (isGroup || gate.carried || !visitor.block(at, text)) {
        gate.digits = digits
        gate.gap = gap
        return false
      }
      while (hit >= 0) hit = firstCluster(text, hit + 1, gate)
    }
    if (way & CELL) gate.digits = 0
    return true
  }

  function open(text: Node | null): void {
    node = text as Text | null
    offset = 0
    if (!node) close()
  }

  /** The block is read: on to the next. */
  function close(): void {
    const done: Node | null = texts?.root ?? block
    if (texts && isCell) gate.digits = 0
    texts = undefined
    node = null
    block = done && following(done, root)
  }

  /** False when the time was up before the text node was read. */
  function readText(text: Text, until: number): boolean {
    const { data } = text
    cost += nodeCost + data.length
    while (offset < data.length) {
      const hit = firstCluster(data, offset, gate)
      if (hit < 0) break
      offset = Math.max(visitor.text(text, hit, gate.carried), hit + 1)
      cost = stride
      if (offset < data.length && performance.now() > until) return false
    }
    open(texts?.nextNode() ?? null)
    return true
  }

  return {
    isDone: () => block === null,
    begin(from) {
      root = block = from
      texts = undefined
      node = null
      element = 0
      elements = undefined
      if (root.nodeType === Node.TEXT_NODE) return
      if (root.nodeType === Node.ELEMENT_NODE && (root as Element).matches(soughtElements)) visit(root as Element)
      const parent = root as ParentNode & Node
      if (!parent.firstElementChild) return
      elements = parent.querySelectorAll(soughtElements)
    },
    run(until) {
      if (!runElements(until)) return false
      if (block && block !== root && !root.contains(node ?? block)) {
        texts = undefined
        node = null
        block = root
      }
      while (block) {
        if (!node) lookAt(block)
        else if (!readText(node, until)) return false
        if (cost < stride) continue
        cost = 0
        if (performance.now() > until) return block === null
      }
      return true
    },
  }
}

/** The node after `node`'s subtree, inside `root`. */
function following(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    const next = at.nextSibling
    if (next) return next
  }
  return null
}
