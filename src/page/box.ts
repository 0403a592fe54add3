/** How an element stands in the text: joins it, breaks it, leaves a gap, or is not there. Read from computed style. */
import { isUnreadTag } from './unread.ts'

export type Box =
  /** Not shown or not read: as if it were not there. */
  | { kind: 'none' }
  /** `<br>`. */
  | { kind: 'line' }
  /** Picture, field, player: something stands between the letters. */
  | { kind: 'thing' }
  /** Block, cell, list item, flex item: text before and after does not join. */
  | { kind: 'block'; keepsSpace: boolean }
  /** Joins; `gap` tells whether there is a visible gap on a side (asked only where it matters: it may cost a layout). */
  | { kind: 'inline'; keepsSpace: boolean; gap(side: 'Left' | 'Right'): boolean }

const none: Box = { kind: 'none' }
const line: Box = { kind: 'line' }
const thing: Box = { kind: 'thing' }
const things: ReadonlySet<string> = new Set('img input select textarea iframe object canvas video'.split(' '))
const inlineDisplay = /^(inline|contents|ruby$)/

/** Reads boxes, each element once while the reader lives (one slice: styles may change between slices). */
export type BoxReader = (element: Element) => Box

export function createBoxReader(): BoxReader {
  const known = new Map<Element, Box>()
  return (element) => {
    let box = known.get(element)
    if (!box) {
      box = readBox(element)
      known.set(element, box)
    }
    return box
  }
}

const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const block: Box = { kind: 'block', keepsSpace: false }
const preformatted: Box = { kind: 'block', keepsSpace: true }
const inline: Box = { kind: 'inline', keepsSpace: false, gap: () => false }
const raised: Box = { kind: 'inline', keepsSpace: false, gap: () => true }

/** By name alone, without asking for styles: right on most pages, and some fifty times cheaper. */
export function boxByName(element: Element): Box {
  const name = element.localName
  if (name === 'br') return line
  if (name === 'wbr') return none
  if (things.has(name)) return thing
  if (isUnreadTag(element) || name === 'rt' || name === 'rp') return none
  if (name === 'pre') return preformatted
  if (name === 'sup' || name === 'sub') return raised
  return blockTags.has(name) ? block : inline
}

function readBox(element: Element): Box {
  const name = element.localName
  if (name === 'br') return line
  if (name === 'wbr') return none
  if (things.has(name)) return thing
  if (isUnreadTag(element) || name === 'rt' || name === 'rp') return none
  const style = getComputedStyle(element)
  const { display } = style
  if (display === 'none' || isHidden(style)) return none
  const keepsSpace = /^(pre|break-spaces)/.test(style.whiteSpace)
  if (!inlineDisplay.test(display)) return { kind: 'block', keepsSpace }
  const isRaised = name === 'sup' || name === 'sub'
  return { kind: 'inline', keepsSpace, gap: (side) => isRaised || hasGap(style, side) }
}

/** Ways in which pages hide a copy of a text from sight: the usual screen-reader-only recipes included. */
function isHidden(style: CSSStyleDeclaration): boolean {
  if (style.visibility !== 'visible' || style.opacity === '0' || style.fontSize === '0px') return true
  if (style.position !== 'absolute' && style.position !== 'fixed') return false
  const clipped = style.clip.startsWith('rect') && !/[2-9]|\d\d/.test(style.clip)
  const tiny = style.overflowX !== 'visible' && within(style.width, 1) && within(style.height, 1)
  return clipped || tiny || /^inset\((50|100)%/.test(style.clipPath)
}

function within(length: string, most: number): boolean {
  return length.endsWith('px') && Number.parseFloat(length) <= most
}

/** Two pixels and more are seen as a gap: badges and labels side by side are not one word. */
function hasGap(style: CSSStyleDeclaration, side: 'Left' | 'Right'): boolean {
  const lengths = [style[`margin${side}`], style[`padding${side}`], style[`border${side}Width`]]
  return lengths.reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0) >= 2
}

/** False while the element or an ancestor is not rendered, hidden or fully transparent. */
export function isShown(element: Element): boolean {
  if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true
  // An element without a box of its own (`display: contents`) counts as never visible.
  const parent = getComputedStyle(element).display === 'contents' ? element.parentElement : null
  return parent !== null && isShown(parent)
}
