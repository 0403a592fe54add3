/** The glance at a whole block: it may let numbers through to the closer look, never keep one from it. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { boxByName, createBoxReader } from '../../src/page/box.ts'
import { findInFlow } from '../../src/page/find-in-flow.ts'
import { spotAt } from '../../src/page/flow.ts'
import { flowOfLine, glance } from '../../src/page/glance.ts'
import { createFlowReader } from '../../src/page/read-flow.ts'
import { showPage } from '../support/page-session.ts'

let page: HTMLElement | undefined

afterEach(() => page?.remove())

/** The text from where the numbers of the first block begin. */
function seen(html: string): string[] | undefined {
  page?.remove()
  page = showPage(html)
  const block = page.firstElementChild as Element
  return glance(block, block.textContent, findInFlow)?.numbers.map(({ node, offset }) => node.data.slice(offset))
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

/** What the line gives at once, and what the reader gives by styles (but a gap at the end), with the place of every unit. */
function bothFlows(html: string): { line: unknown; read: unknown } | undefined {
  page?.remove()
  page = showPage(html)
  const block = page.firstElementChild as Element
  const line = glance(block, block.textContent, findInFlow)
  const first = line?.nodes.find((node) => node.length > 0)
  if (!line || !first) return undefined
  const [flow, read] = [flowOfLine(line, createBoxReader()), createFlowReader(createBoxReader())(first, 0)]
  const units = [...line.text].map((_, at) => at)
  return {
    line: flow && [flow.text.trimEnd(), units.map((at) => spotAt(flow, at, at + 1))],
    read: read && [read.text.trimEnd(), units.map((at) => spotAt(read, at, at + 1))],
  }
}

test.each([
  ['shown as a block', '<p>客服 <b style="display:block">95588</b>，</p>'],
  ['hidden', '<p>客服 95588<b style="display:none">，</b>请拨</p>'],
  ['tiny and clipped', '<p>客服 <b style="position:absolute;clip:rect(0,0,0,0)">：</b>95588，</p>'],
  ['empty, and a block', '<p>客服 <i style="display:block"></i>95588，</p>'],
  ['parted by a gap', '<p>客服 <b style="margin-right:9px">95588</b>转<i>1</i></p>'],
  ['no block itself', '<p style="display:inline">客服 95588，</p>'],
])('a line with something %s is read by the reader', (_, html) => {
  const flows = bothFlows(html)
  expect(flows?.line).toBeUndefined()
  expect(flows?.read).toEqual([expect.stringContaining('客服'), expect.any(Array)])
})

test('the flow of a line is what the reader gives by styles, unit by unit', () => {
  const styles = [
    '',
    '',
    '',
    'color:red',
    'display:inline-block',
    'display:block',
    'display:none',
    'opacity:0',
    'padding:4px',
  ]
  const words = ['客服', '电话 ', '95588', ' 400-820-5555', '，', '①', 'Tel', '']
  let taken = 0
  const piece = fc.record({
    tag: fc.constantFrom('', 'b', 'span', 'a'),
    style: fc.constantFrom(...styles),
    word: fc.constantFrom(...words),
    inner: fc.constantFrom('', '', '<i>八</i>', '<em>，</em>'),
  })
  const blocks = fc.constantFrom('<p>', '<div>', '<ul><li>', '<p style="white-space:pre">', '<h2>')
  fc.assert(
    fc.property(blocks, fc.array(piece, { minLength: 1, maxLength: 7 }), (open, pieces) => {
      const inner = pieces.map(({ tag, style, word, inner }) =>
        tag === '' ? word : `<${tag} style="${style}">${word}${inner}</${tag}>`,
      )
      const flows = bothFlows(`${open}${inner.join('')}`)
      if (flows?.line === undefined) return
      taken++
      expect(flows.line).toEqual(flows.read)
    }),
    { numRuns: 1500 },
  )
  expect(taken).toBeGreaterThan(100)
})
