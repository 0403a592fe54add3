/** The checks of layout.ts are shown pages that have the fault that they look for, and pages that have not. */
import { afterEach, describe, expect, it } from 'vitest'
import { alikeWithoutColour, layoutFaults, motions } from './layout.ts'

/** Each check is shown a page that has the fault, and the same page without it. */
function show(html: string): void {
  document.body.innerHTML = html
}

afterEach(() => show(''))

describe('faults of the layout', () => {
  it('sees none on a plain page', () => {
    show('<main class="zh"><p>官方热线</p><p>95588</p></main>')
    expect(layoutFaults()).toEqual([])
  })

  it('sees a page that is wider than its window, and the text that runs out', () => {
    show(`<p style="width:${innerWidth + 200}px; text-align:right; margin:0">官方热线</p>`)
    expect(layoutFaults()).toEqual([
      `the page is ${innerWidth + 200} px wide in a window of ${document.documentElement.clientWidth}`,
      '“官方热线” runs out of the window',
    ])
  })

  it.each([['overflow:hidden; width:30px; white-space:nowrap'], ['overflow-y:clip; overflow-x:visible; height:8px']])(
    'sees a box that cuts its text: %s',
    (style) => {
      show(`<main class="zh"><p class="short" style="${style}">官方热线一览表</p></main>`)
      expect(layoutFaults()).toEqual(['<P class="short"> cuts its text'])
      show('<main class="zh"><p class="short" style="overflow:hidden">官方热线一览表</p></main>')
      expect(layoutFaults()).toEqual([])
    },
  )

  it('sees text over text, but not what scrolls under the bar of the popup', () => {
    const lines = (kind: string) =>
      show(`<p class="${kind}" style="position:absolute; top:0; left:0; margin:0">官方</p>
        <p style="position:absolute; top:3px; left:0; margin:0">热线</p>`)
    lines('')
    expect(layoutFaults()).toEqual(['“官方” and “热线” lie over each other'])
    lines('popup-bar')
    expect(layoutFaults()).toEqual([])
  })

  it('passes by what nobody sees', () => {
    show(`<div class="zh"><p style="position:absolute; top:0">官方</p><p class="unseen" style="position:absolute; top:0">热线</p>
      <p style="position:absolute; top:0; visibility:hidden">咨询</p><p style="display:none">电话</p></div>`)
    expect(layoutFaults()).toEqual([])
  })
})

describe('what still moves', () => {
  it.each(['transition: opacity 0s, color 0.2s', 'animation: turn 1s infinite', 'scroll-behavior: smooth'])(
    'sees %s',
    (style) => {
      show(
        `<style>@keyframes turn { to { rotate: 1turn } }</style><p class="moving" style="${style}">官方</p><p>热线</p>`,
      )
      expect(motions()).toEqual(['<P class="moving">'])
    },
  )

  it.each(['transition: opacity 0s', 'animation: turn 0s'])('sees nothing in %s', (style) => {
    show(`<p style="${style}">官方</p>`)
    expect(motions()).toEqual([])
  })
})

describe('what looks alike without colours', () => {
  const chip = (code: string, mark: string, words: string) =>
    `<span class="chip" data-code="${code}"><svg>${mark}</svg>${words}</span>`

  it('sees two states with one mark and one word', () => {
    show(
      chip('official', '<path/>', '95588') + chip('official', '<path/>', '95588') + chip('unknown', '<path/>', '95588'),
    )
    expect(alikeWithoutColour()).toEqual(['the chips of official and unknown'])
    show(chip('official', '<path/>', '95588') + chip('unknown', '<rect/>', '95588'))
    expect(alikeWithoutColour()).toEqual([])
  })

  it('sees a choice that only its colour tells', () => {
    const choices = (style: string) =>
      show(`<fieldset><label class="choice-item"><input type="radio" name="a" checked><span style="${style}">中文</span></label>
        <label class="choice-item"><input type="radio" name="a"><span>英文</span></label></fieldset>
        <nav><a aria-current="page" style="${style}">首页</a><a>设置</a></nav>`)
    choices('color: red')
    expect(alikeWithoutColour()).toEqual(['“中文”, which is chosen, and “英文”', '“首页”, which is chosen, and “设置”'])
    choices('font-weight: bold')
    expect(alikeWithoutColour()).toEqual([])
  })

  it('sees a button without an edge, unless it is an icon', () => {
    show(`<button class="button" style="border: none">保存</button><button class="button" style="border: 1px solid">取消</button>
      <button class="button" data-kind="icon" style="border: none">关</button>`)
    expect(alikeWithoutColour()).toEqual(['“保存”, a button, and plain text'])
  })
})
