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
  /** Joins; `before`/`after`: a visible gap on that side. */
  | { kind: 'inline'; keepsSpace: boolean; before: boolean; after: boolean }

const none: Box = { kind: 'none' }
const line: Box = { kind: 'line' }
const thing: Box = { kind: 'thing' }
const things: ReadonlySet<string> = new Set([
  'img',
  'input',
  'select',
  'textarea',
  'iframe',
  'object',
  'canvas',
  'video',
])
const inlineDisplays: ReadonlySet<string> = new Set([
  'inline',
  'contents',
  'inline-block',
  'inline-flex',
  'inline-grid',
  'inline-table',
  'ruby',
])

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
  if (!inlineDisplays.has(display)) return { kind: 'block', keepsSpace }
  const raised = name === 'sup' || name === 'sub'
  return {
    kind: 'inline',
    keepsSpace,
    before: raised || gap(style.marginLeft, style.paddingLeft, style.borderLeftWidth),
    after: raised || gap(style.marginRight, style.paddingRight, style.borderRightWidth),
  }
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
function gap(...lengths: string[]): boolean {
  return lengths.reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0) >= 2
}

/** False while the element or an ancestor is not rendered, hidden or fully transparent. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
