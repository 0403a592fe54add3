/** The glance at a whole block: it may let numbers through to the closer look, never keep one from it. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { boxByName } from '../../src/page/box.ts'
import { findInFlow } from '../../src/page/find-in-flow.ts'
import { glance } from '../../src/page/glance.ts'
import { createFlowReader } from '../../src/page/read-flow.ts'
import { showPage } from '../support/page-session.ts'

let page: HTMLElement | undefined

afterEach(() => page?.remove())

/** The text from where the numbers of the first block begin. */
function seen(html: string): string[] | undefined {
  page?.remove()
  page = showPage(html)
  const block = page.firstElementChild as Element
  return glance(block, block.textContent, findInFlow)?.map(({ node, offset }) => node.data.slice(offset))
}

test.each([
  ['dates and amounts', '<p>自 2026 年 3 月 4 日起，应还 <b>850.00</b> 元</p>'],
  ['a list item', '<li>合同编号 202603041234567</li>'],
])('nothing in %s', (_, html) => {
  expect(seen(html)).toEqual([])
})

test('where the numbers of one line of text begin', () => {
  expect(seen('<p>客服 95588，自 <b>2026</b> 年起</p>')).toEqual(['95588，自 '])
  expect(seen('<p>客服 <b>95588</b>、投诉电话 <a>400-820-5555</a></p>')).toEqual(['95588', '400-820-5555'])
})

test.each([
  ['digits that meet in two elements', '<p>客服 <b>955</b><b>77</b> 号 2026</p>'],
  ['a line break', '<p>2026 年 3 月 4 日<br>850.00</p>'],
  ['something that is no text', '<p>2026 年 3 月 4 日<img alt="">850.00</p>'],
  ['a block inside', '<div>2026 年 3 月 4 日<div>850.00</div></div>'],
  ['white space of the source', '<p>2026 年\n  3 月 4 日 850.00</p>'],
  ['the description of a term', '<dd>2026 年 3 月 4 日</dd>'],
  ['an inline element', '<span>2026 年 3 月 4 日</span>'],
])('a closer look at %s', (_, html) => {
  expect(seen(html)).toBeUndefined()
})

test('what it passes over holds no number when read closely by names', () => {
  const words = [
    '客服',
    '电话 ',
    '95588',
    '400-820-',
    '5555',
    '9',
    '55',
    '88',
    '2026-03-04 ',
    '850.00元',
    '，',
    '八',
    '①',
  ]
  let passedOver = 0
  const piece = fc.tuple(fc.constantFrom('', 'b', 'span', 'a', 'i'), fc.constantFrom(...words))
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const html = pieces.map(([tag, word]) => (tag === '' ? word : `<${tag}>${word}</${tag}>`)).join('')
      if (seen(`<p>${html}</p>`)?.length !== 0) return
      passedOver++
      const first = document.createTreeWalker(page as Node, NodeFilter.SHOW_TEXT).nextNode() as Text
      expect(findInFlow(createFlowReader(boxByName)(first, 0)?.text ?? '')).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(passedOver).toBeGreaterThan(20)
})
