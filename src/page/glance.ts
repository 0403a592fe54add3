/** A first look at the whole text of a block, without styles and node by node only where it matters. */
import type { Found } from '../phone/found.ts'
import { boxByName } from './box.ts'
import { rows } from './read-flow.ts'
import { splitsWord } from './word-unit.ts'

/** Elements that join their text to the block's, whatever the usual styles; the commonest first. */
const inline =
  'a,span,b,em,strong,i,small,u,font,code,mark,time,label,s,del,ins,q,abbr,cite,kbd,var,tt,big,bdi,bdo,data,dfn,strike'
const notInline = `:not(${inline})`
/** Longer blocks are read in windows. */
const longest = 1500
/** White space that rendering changes. */
const loose = /[\t\n\r\f]| {2}|^ | $/

/**
 * Whether `block`, whose text is `text`, holds a number, as far as that is plain: it reads as one line of text and no styles
 * can join its digits differently. Undefined when it is not plain: then it is read closely.
 */
export function holdsNumbers(
  block: Element,
  text: string,
  find: (text: string) => readonly Found[],
): boolean | undefined {
  if (text.length > longest || loose.test(text) || !standsAlone(block) || !isOneLine(block, text)) return undefined
  return find(text).length > 0
}

/** Read by itself and not with a row or the other half of a term. */
function standsAlone(block: Element): boolean {
  if (boxByName(block).kind !== 'block' || block.localName === 'dt' || block.localName === 'dd') return false
  const row = block.closest(rows)
  return row === null || row === block
}

/** False when something else than plain inline elements is inside, or when text nodes meet within a run of digits. */
function isOneLine(block: Element, text: string): boolean {
  if (!block.firstElementChild) return true
  if (block.querySelector(notInline)) return false
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (at > 0 && splitsWord(text, at)) return false
    at += (node as Text).length
  }
  return true
}
