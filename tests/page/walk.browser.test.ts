/** The walk over blocks against the plain walk over text nodes: nothing that the latter reports may be missing. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { firstCluster, newGate } from '../../src/page/digit-gate.ts'
import { isPlainFigure } from '../../src/page/plain-figure.ts'
import { createWalk } from '../../src/page/walk.ts'
import { showPage } from '../support/page-session.ts'

let page: HTMLElement | undefined

afterEach(() => page?.remove())

/** Texts that the walk reports, and the links and possible hosts. `until`: the clock of each step. */
function walked(root: Node, stepMs = Number.POSITIVE_INFINITY) {
  const texts = new Set<Text>()
  const links: Element[] = []
  const elements: Element[] = []
  const walk = createWalk(newGate(), {
    text(node) {
      texts.add(node)
      return node.length
    },
    block: () => false,
    element: (element) => elements.push(element),
    link: (link) => links.push(link),
  })
  walk.begin(root)
  let steps = 1
  for (; !walk.run(performance.now() + stepMs); steps++) if (walk.isDone()) throw new Error('it stopped without an end')
  return { texts, links, elements, steps }
}

const cells = 'table,tbody,tr,td,th,ul,li,dt,dd,h1,h2,h3,h4,h5,h6'
/** Digits further apart than this are of different clusters, UTF-16 units. */
const apart = 40

interface Hit {
  node: Text
  /** The cluster began in an earlier node: another node of it may be reported instead. */
  carried: boolean
}

/** Every text node with a cluster of digits, looked through one by one; no cluster goes over a cell's border. */
function plainly(root: Node): Hit[] {
  const found: Hit[] = []
  const gate = newGate()
  let before: Element | null | undefined
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof Element && node.matches(cells)) gate.digits = 0
    if (!(node instanceof Text)) continue
    const { data, parentElement } = node
    const cell = parentElement?.closest(cells)
    if (cell !== before) gate.digits = 0
    const hit = firstCluster(data, 0, gate)
    if (hit >= 0 && !(cell === parentElement && isPlainFigure(data))) found.push({ node, carried: gate.carried })
    before = cell
  }
  return found
}

/** Where a text node begins in the text of the whole. */
function offsetIn(root: Node, node: Text): number {
  const range = document.createRange()
  range.setStart(root, 0)
  range.setEnd(node, 0)
  return range.toString().length
}

function isReported(root: Node, { node, carried }: Hit, texts: ReadonlySet<Text>): boolean {
  if (texts.has(node) || !carried) return texts.has(node)
  const at = offsetIn(root, node)
  return [...texts].some((text) => Math.abs(offsetIn(root, text) - at) <= apart)
}

const words = [
  '客服',
  '电话 ',
  '95588',
  '400-820',
  '5555',
  '9',
  '55',
  '88',
  '2026 年 3 月 4 日',
  '850.00',
  '，请办理',
  '\n',
  ' ',
]
const tags = ['div', 'p', 'span', 'b', 'a', 'ul', 'li', 'table', 'tr', 'td', 'tbody', 'section', 'pre', 'x-card', 'h2']

interface Tree {
  tag: string
  children: (Tree | string)[]
}

const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  tree: fc.record({ tag: fc.constantFrom(...tags), children: fc.array(tie('child'), { maxLength: 5 }) }),
  child: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, fc.constantFrom(...words), tie('tree')),
}))

function build({ tag, children }: Tree): Element {
  const element = document.createElement(tag)
  element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))))
  return element
}

describe('createWalk', () => {
  test('reports every text node that a plain walk reports, whatever the elements', () => {
    let reported = 0
    fc.assert(
      fc.property(tree, (made) => {
        const root = build(made)
        const { texts } = walked(root)
        const due = plainly(root)
        reported += due.length
        for (const hit of due) expect(isReported(root, hit, texts)).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(reported).toBeGreaterThan(100)
  })

  test('digits of a cell do not go on behind the white space after it', () => {
    page = showPage('<div><table><tr><td>88</td></tr></table>\n5555</div><ul><li>88</li></ul>\n5555')
    expect(walked(page).texts.size).toBe(0)
    page.remove()
    page = showPage('<p>88</p>\n5555')
    expect(walked(page).texts.size).toBe(1)
  })

  test('few paragraphs or list items: one with digits is reported, and digits that go on from one to the next', () => {
    page = showPage(
      '<div><p>甲</p><p>客服 95588</p></div><ul><li>甲</li><li>955</li><li>88</li></ul><div><p>9</p><p>5588</p></div>',
    )
    expect([...walked(page).texts].map((text) => text.data)).toEqual(['客服 95588', '5588'])
  })

  test('a row gives its cells one by one: figures are passed over, what holds elements is looked into', () => {
    page = showPage(
      '<table><tr><td>850.00</td><td>955</td><td>88</td><td><p>客服 95566</p></td><td>95588</td></tr></table>',
    )
    expect([...walked(page).texts].map((text) => text.data)).toEqual(['客服 95566', '95588'])
    page.querySelector('tr')?.prepend('客服 95577')
    expect([...walked(page).texts].map((text) => text.data)).toEqual(['客服 95577', '客服 95566', '95588'])
  })

  test('a row without an end stops when its time is up', () => {
    page = showPage(
      `<table><tr>${'<td>3.50</td>'.repeat(3000)}<td>95588</td>${'<td>3.50</td>'.repeat(3000)}</tr></table>`,
    )
    const inSteps = walked(page, 0)
    expect([...inSteps.texts].map((text) => text.data)).toEqual(['95588'])
    expect(inSteps.steps).toBeGreaterThan(20)
  })

  test('groups within groups are not looked at again and again', () => {
    const words = '客服 95588，'.repeat(20)
    const depth = 200
    page = showPage(`${`<div><p>${words}</p>`.repeat(depth)}${'<p>完</p></div>'.repeat(depth)}`)
    const plain = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')
    let units = 0
    const spy = vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
      const text: string = plain?.get?.call(this)
      units += text.length
      return text
    })
    const { texts } = walked(page)
    spy.mockRestore()
    expect(texts.size).toBe(depth)
    expect(units).toBeLessThan(4 * words.length * depth)
  })

  test('goes on where it stopped when its time is up', () => {
    page = showPage(`${'<div><p>合同 2026 0304 客服</p></div>'.repeat(400)}<p>客服 95588</p>`)
    const [inSteps, atOnce] = [walked(page, 0), walked(page)]
    expect([atOnce.steps, atOnce.texts.size]).toEqual([1, 401])
    expect([...inSteps.texts]).toEqual([...atOnce.texts])
    expect(inSteps.steps).toBeGreaterThan(3)
  })

  test('reports dialling links and possible shadow hosts at any depth, and no other links', () => {
    page = showPage(
      '<ul><li>一 <a href=" TEL:95588">拨打</a><a href="/t">条款</a><a href="smsto:95588">短信</a></li>' +
        '<li><span id="s"></span></li></ul><table><tr><td><b>甲</b><x-card></x-card></td></tr></table>',
    )
    const { links, elements } = walked(page)
    expect(links.map((link) => link.textContent)).toEqual(['短信'])
    expect(elements.map((element) => element.localName)).toEqual(expect.arrayContaining(['span', 'x-card', 'main']))
    expect(elements.filter((element) => /^(li|td|tr|a)$/.test(element.localName))).toEqual([])
  })
})
