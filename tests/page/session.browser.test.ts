/** The page session in a real browser: what is marked, what is left alone, what happens when the page changes. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Codes, judge, type RunningSession, runSession, showPage, wait } from '../support/page-session.ts'

const codes = { '95588': 'official', '95555': 'official', '4008205555': 'unlisted-service' } as const

let page: HTMLElement
let session: RunningSession

afterEach(() => {
  session.stop()
  page.remove()
})

async function open(html: string): Promise<void> {
  page = showPage(html)
  session = runSession(codes)
  await session.rest()
}

/** How much text is taken from the page, UTF-16 units, by whichever way scripts have. */
function countReads(under: Element): { units(): number; stop(): void } {
  let units = 0
  const spies = (
    [
      [Node.prototype, 'textContent'],
      [Node.prototype, 'nodeValue'],
      [CharacterData.prototype, 'data'],
    ] as const
  ).map(([owner, name]) => {
    const plain = Object.getOwnPropertyDescriptor(owner, name)
    return vi.spyOn(owner as Node & CharacterData, name, 'get').mockImplementation(function (this: Node) {
      const text: string = plain?.get?.call(this)
      if (under.contains(this)) units += text?.length ?? 0
      return text
    })
  })
  return { units: () => units, stop: () => spies.forEach((spy) => void spy.mockRestore()) }
}

describe('numbers as a reader sees them', () => {
  test.each([
    ['split over spans', '<p>客服 <span>400</span>-<b>820</b>-<i>55<u>55</u></i></p>', '400-820-5555→unlisted-service'],
    ['split over single digits', '<p>客服 <b>9</b><b>5</b><b>5</b><b>8</b><b>8</b></p>', '95588→official'],
    ['split by wbr', '<p>客服 400-820<wbr>-5555</p>', '400-820-5555→unlisted-service'],
    ['split by a comment', '<p>客服 955<!-- x -->88</p>', '95588→official'],
    [
      'divs shown inline',
      '<section>客服<div style="display:inline">955</div><div style="display:inline">88</div></section>',
      '95588→official',
    ],
    [
      'hidden filler inside',
      '<p>客服 400-820<span style="display:none">123</span>-5555</p>',
      '400-820-5555→unlisted-service',
    ],
    [
      'screen-reader filler',
      '<p>客服 955<span style="position:absolute;width:1px;height:1px;overflow:hidden">7</span>88</p>',
      '95588→official',
    ],
    ['white space of the source', '<p>客服\n      95588\n      个人</p>', '95588→official'],
    ['in a link', '<p>客服 <a href="tel:95588">95588</a></p>', '95588→official'],
    ['in a table row', '<table><tr><td>客服热线</td><td>95588</td><td>24小时</td></tr></table>', '95588→official'],
    ['with a footnote', '<p>客服 95588<sup>1</sup></p>', '95588→official'],
    [
      'badges side by side',
      '<p><span>客服</span><span style="padding:0 4px">95588</span><span style="padding:0 4px">个人</span></p>',
      '95588→official',
    ],
  ])('%s', async (_, html, mark) => {
    await open(html)
    expect(session.marks()).toEqual([mark])
  })

  test('lines and blocks keep numbers apart', async () => {
    await open('<p>工行客服 95588<br>招行客服 95555</p><div>客服 955</div><div>88</div>')
    expect(session.marks()).toEqual(['95588→official', '95555→official'])
  })

  test('cells do not join into one number', async () => {
    await open(
      '<table><tr><td>客服</td><td>400</td><td>8205555</td></tr></table><table><tr><td>客服</td><td>1,400</td><td>4008205555</td></tr></table>',
    )
    expect(session.marks()).toEqual(['4008205555→unlisted-service'])
  })

  test('line numbers are no hotlines, a directory keeps its own', async () => {
    await open(
      `<table>${[95587, 95588, 95589].map((n) => `<tr><td>${n}</td><td>客服 = ${n}x</td></tr>`).join('')}</table>` +
        `<div>${[95587, 95588, 95589].map((n) => `<div><span>${n}</span></div>`).join('')}</div>`,
    )
    expect(session.marks()).toEqual([])
    page.append(
      showPage(
        '<table><tr><td>工商银行客服</td><td>95588</td></tr><tr><td>招商银行客服</td><td>95555</td></tr></table>',
      ),
    )
    await expect.poll(() => session.marks()).toEqual(['95588→official', '95555→official'])
  })

  test('flex items do not join', async () => {
    await open('<div style="display:flex"><span>客服 95588</span><span>24小时</span></div>')
    expect(session.marks()).toEqual(['95588→official'])
  })

  test('ordinary numbers stay unmarked', async () => {
    await open('<p>客服 95588，手机 13812345678</p>')
    expect(session.marks()).toEqual(['95588→official'])
  })
})

describe('what is judged together', () => {
  test('a table row is one passage, its header and heading stand around', async () => {
    await open(
      '<h2>官方客服电话</h2><table><tr><th>银行</th><th>热线</th></tr><tr><td>工商银行</td><td>95588</td></tr><tr><td>别家</td><td>无</td></tr></table>',
    )
    const [passage] = session.batches.flatMap((batch) => batch.passages)
    expect(passage?.text).toBe('工商银行\n\n95588')
    expect(passage?.around).toContain('官方客服电话')
    expect(passage?.around).toContain('热线')
    expect(passage?.text).not.toContain('别家')
  })

  test('a term goes with its descriptions', async () => {
    await open('<dl><dt>工商银行</dt><dd>客服电话：</dd><dd>95588</dd><dt>招商银行</dt><dd>95555</dd></dl>')
    const texts = session.batches.flatMap((batch) => batch.passages).map((passage) => passage.text)
    expect(texts).toEqual(['工商银行\n\n客服电话：\n\n95588', '招商银行\n\n95555'])
  })

  test('one message for the whole first pass', async () => {
    await open(Array.from({ length: 120 }, (_, n) => `<p>第${n}家 客服 95588</p>`).join(''))
    expect(session.marks()).toHaveLength(120)
    expect(session.batches).toHaveLength(1)
  })

  test('more passages than one message may hold go in several', async () => {
    await open(Array.from({ length: 450 }, (_, n) => `<p>第${n}家 客服 95588</p>`).join(''))
    expect(session.marks()).toHaveLength(450)
    expect(session.batches.map((batch) => batch.passages.length)).toEqual([200, 200, 50])
  })

  test('a text of 60,000 units in one node is cut into passages of at most 4,000', async () => {
    const line = '本页说明贷款流程与注意事项，请仔细阅读。'.repeat(150)
    await open(`<div>${Array.from({ length: 20 }, () => `${line}客服 95588。`).join('')}</div>`)
    expect(session.marks()).toHaveLength(20)
    const lengths = session.batches.flatMap((batch) => batch.passages).map((passage) => passage.text.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4000)
  })
})

describe('what is left alone', () => {
  test.each([
    ['textarea', '<textarea>客服 95588</textarea>'],
    ['select', '<select><option>客服 95588</option></select>'],
    ['script and style', '<script type="text/plain">客服 95588</script><style>/* 客服 95588 */</style>'],
    ['template and noscript', '<template>客服 95588</template><noscript>客服 95588</noscript>'],
    ['rich editor', '<div contenteditable="true"><p>客服 95588</p></div>'],
    ['code editor', '<div class="cm-editor"><div>客服 95588</div></div>'],
    ['textbox role', '<div role="textbox"><span>客服 95588</span></div>'],
    ['hidden copy', '<p style="display:none">客服 95588</p>'],
    ['transparent copy', '<p style="opacity:0">客服 95588</p>'],
    [
      'screen-reader copy',
      '<p><span style="position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden">客服 95588</span></p>',
    ],
  ])('%s', async (_, html) => {
    await open(html)
    expect(session.marks()).toEqual([])
    expect(session.batches).toEqual([])
  })

  test('the page stays byte-identical and no node or class is added', async () => {
    page = showPage('<p>客服 <span>400</span>-820-5555，工行热线 <b>95588</b></p><textarea>95588</textarea>')
    const before = document.documentElement.outerHTML
    session = runSession(codes)
    await session.rest()
    expect(session.marks()).toHaveLength(2)
    expect(document.documentElement.outerHTML).toBe(before)
  })
})

describe('a page that changes', () => {
  test('must-hold 10: late content is marked without reading the rest again', async () => {
    await open(`${'<p>客服 95588</p>'.repeat(300)}<div id="late"></div>`)
    const asked = session.batches.flatMap((batch) => batch.passages).length
    const late = document.createElement('p')
    late.textContent = '请拨打 400-820-5555'
    const reads = countReads(page)
    try {
      page.append(late)
      await expect.poll(() => session.marks().at(-1)).toBe('400-820-5555→unlisted-service')
      await session.rest()
    } finally {
      reads.stop()
    }
    expect(session.batches.flatMap((batch) => batch.passages)).toHaveLength(asked + 1)
    expect(reads.units()).toBeGreaterThan(0)
    expect(reads.units()).toBeLessThan(200)
  })

  test('text replaced in place', async () => {
    await open('<p id="n">客服 95588</p>')
    const text = page.querySelector('#n')?.firstChild as Text
    text.data = '客服 400-820-5555'
    await expect.poll(() => session.marks()).toEqual(['400-820-5555→unlisted-service'])
    text.data = '客服下线'
    await expect.poll(() => session.marks()).toEqual([])
  })

  test('a digit added behind a marked number takes the mark away', async () => {
    await open('<p id="n">客服 95588</p>')
    page.querySelector('#n')?.append('12')
    await expect.poll(() => session.marks()).toEqual([])
  })

  test('digits arriving one by one', async () => {
    await open('<p id="n">客服 </p>')
    for (const digit of '95588') {
      const span = document.createElement('span')
      span.textContent = digit
      page.querySelector('#n')?.append(span)
      await wait(90)
    }
    await expect.poll(() => session.marks()).toEqual(['95588→official'])
  })

  test('filler taken out between two halves', async () => {
    await open('<p>客服 955<b id="x">不是号码</b>88</p>')
    expect(session.marks()).toEqual([])
    page.querySelector('#x')?.remove()
    await expect.poll(() => session.marks()).toEqual(['95588→official'])
  })

  test('a re-rendered list keeps its marks without asking again', async () => {
    await open('<ul></ul>')
    const list = page.querySelector('ul') as HTMLElement
    const render = (): void => {
      const item = document.createElement('li')
      item.textContent = '工商银行客服 95588'
      list.replaceChildren(item)
    }
    for (let n = 0; n < 5; n++) {
      render()
      await session.rest()
      expect(session.marks()).toEqual(['95588→official'])
    }
    expect(session.batches).toHaveLength(1)
  })

  test('a text that is rendered again has its mark back before the next frame', async () => {
    await open('<p id="n">工商银行客服 95588</p>')
    const name = `${session.prefixes[0]}-official`
    const paragraph = page.querySelector('#n') as HTMLElement
    await wait(250)
    paragraph.replaceChildren('工商银行客服 95588')
    // What is there when the next frame is about to be drawn, after all that was asked to be done before it.
    await Promise.resolve()
    const painted = await new Promise<string[]>((resolve) =>
      requestAnimationFrame(() => resolve([...(CSS.highlights.get(name) ?? [])].map(String))),
    )
    expect(painted).toEqual(['95588'])
  })

  test('text that changes while the first pass is still running is read again', async () => {
    page = showPage(`<p id="n">客服 95588</p>${'<p>本页说明贷款流程，还款日 2026-03-04。</p>'.repeat(8000)}`)
    session = runSession(codes)
    await wait(20)
    expect(session.atRest()).toBe(false)
    const text = page.querySelector('#n')?.firstChild as Text
    text.data = '客服 400-820-5555'
    await session.rest()
    expect(session.marks()).toEqual(['400-820-5555→unlisted-service'])
  })

  test('text that comes into view', async () => {
    await open(
      '<details><summary>更多</summary><p>客服 95588</p></details><p id="tab" style="display:none">客服 95555</p>',
    )
    expect(session.marks()).toEqual([])
    ;(page.querySelector('details') as HTMLDetailsElement).open = true
    ;(page.querySelector('#tab') as HTMLElement).style.display = ''
    await expect.poll(() => session.marks()).toEqual(['95588→official', '95555→official'])
  })

  test('what comes while the page is in the background is read when it comes to the front', async () => {
    await open('<p>客服 95588</p>')
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    page.append('客服 95555')
    await wait(300)
    expect(session.batches).toHaveLength(1)
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await session.rest()
    expect(session.marks()).toEqual(['95588→official', '95555→official'])
  })

  test('typing in an editor asks nothing', async () => {
    await open('<div contenteditable="true"><p>正文</p></div>')
    const text = page.querySelector('p')?.firstChild as Text
    for (const letter of '客服 95588') text.appendData(letter)
    await wait(200)
    await session.rest()
    expect(session.batches).toEqual([])
  })

  test('removed text loses its mark', async () => {
    await open('<p id="n">客服 95588</p>')
    page.querySelector('#n')?.remove()
    await expect.poll(() => session.marks()).toEqual([])
  })
})

describe('shadow roots', () => {
  test('nested open roots, also attached late', async () => {
    await open('<div id="host"></div><my-card></my-card>')
    const outer = (page.querySelector('#host') as HTMLElement).attachShadow({ mode: 'open' })
    const inner = document.createElement('section')
    outer.append(inner)
    inner.attachShadow({ mode: 'open' }).append('客服 95588')
    const late = (page.querySelector('my-card') as HTMLElement).attachShadow({ mode: 'open' })
    late.append('客服 95555')
    await expect.poll(() => session.marks()).toEqual(['95588→official', '95555→official'])
    late.append(' 或 400-820-5555')
    await expect.poll(() => session.marks().at(-1)).toBe('400-820-5555→unlisted-service')
  })

  test('closed roots through the extension interface', async () => {
    page = showPage('<p>客服 95588</p><div id="closed"></div>')
    const host = page.querySelector('#closed') as HTMLElement
    const root = host.attachShadow({ mode: 'closed' })
    root.append('客服 95555')
    session = runSession(codes, { shadowRootOf: (element) => (element === host ? root : element.shadowRoot) })
    await session.rest()
    expect(session.marks()).toEqual(['95588→official', '95555→official'])
  })
})

describe('stopping', () => {
  test('marks vanish at once and nothing is read any more', async () => {
    await open('<p>客服 95588</p>')
    const name = `${session.prefixes[0]}-official`
    expect(CSS.highlights.has(name)).toBe(true)
    session.stop()
    expect(CSS.highlights.has(name)).toBe(false)
    expect(session.marks()).toEqual([])
    page.append('客服 95555')
    await wait(300)
    expect(session.batches).toHaveLength(1)
  })

  test('a muted number is not marked; muting takes marks away', async () => {
    page = showPage('<p>客服 95588</p><p>客服 95555</p>')
    session = runSession(codes, { settings: { muted: ['95588'] } })
    await session.rest()
    expect(session.marks()).toEqual(['95555→official'])
    session.mute('95555')
    expect(session.marks()).toEqual([])
  })

  test.each([
    ['quiet', ['400-123-4567→unlisted-service']],
    ['standard', ['95588→official', '400-123-4567→unlisted-service']],
    ['careful', ['95588→official', '400-123-4567→unlisted-service', '13012345678→ordinary']],
  ] as const)('%s: as many marks as the person wants to see', async (strictness, expected) => {
    page = showPage('<p>客服 95588</p><p>客服 400-123-4567</p><p>手机 13012345678</p>')
    const some: Codes = { '95588': 'official', '4001234567': 'unlisted-service' }
    session = runSession(some, { settings: { muted: [], strictness } })
    await session.rest()
    expect(session.marks()).toEqual(expected)
  })
})

describe('a page that works against us', () => {
  test('cleared highlights come back, and the popup is told', async () => {
    await open('<p>客服 95588</p>')
    const name = `${session.prefixes[0]}-official`
    for (let n = 0; n < 3; n++) {
      CSS.highlights.clear()
      await expect.poll(() => CSS.highlights.get(name)?.size).toBe(1)
    }
    CSS.highlights.get(name)?.clear()
    await expect.poll(() => CSS.highlights.get(name)?.size).toBe(1)
    expect(session.pageMarks().spoofed).toBe(true)
    await expect.poll(() => session.summaries.at(-1)).toEqual({ flagged: 0, marked: 1, spoofed: true, fresh: false })
  })
})

describe('the background', () => {
  test('a batch that fails is asked again', async () => {
    page = showPage('<p>客服 95588</p>')
    let tries = 0
    session = runSession(codes, {
      check: async (_, passages) => {
        tries++
        if (tries === 1) return undefined
        return passages.map((passage) => judge(passage, codes))
      },
    })
    await session.rest()
    expect(tries).toBe(2)
    expect(session.marks()).toEqual(['95588→official'])
  })

  /** The text of `#n` becomes `changed` while its answer is under way. */
  async function changesMeanwhile(changed: string): Promise<void> {
    page = showPage('<p id="n">客服 95588</p>')
    const gate = Promise.withResolvers<void>()
    const asked: string[] = []
    session = runSession(codes, {
      check: async (_, passages) => {
        asked.push(...passages.map(({ text }) => text))
        await gate.promise
        return passages.map((passage) => judge(passage, codes))
      },
    })
    await expect.poll(() => asked).toEqual(['客服 95588'])
    const text = page.querySelector('#n')?.firstChild
    if (text) text.nodeValue = changed
    gate.resolve()
    await session.rest()
    expect(asked.length).toBe(2)
  }

  test.each([
    ['changed', '客服 95533'],
    ['grown', '客服 9558812，95533'],
  ])('an answer for a number that has %s meanwhile is never painted', async (_, changed) => {
    const painted = vi.spyOn(Highlight.prototype, 'add')
    await changesMeanwhile(changed)
    expect(painted).not.toHaveBeenCalled()
    painted.mockRestore()
    expect(session.marks()).toEqual([])
  })

  test('a number does not keep its mark when a long text that begins with digits is put behind it', async () => {
    await open('<p id="n">客服 95588</p>')
    expect(session.marks()).toEqual(['95588→official'])
    page.querySelector('#n')?.append('12 是工单编号，请在办理还款时把它告诉网点的工作人员，以便查询办理进度')
    await session.rest()
    expect(session.marks()).toEqual([])
  })

  test('the count is reported once per change', async () => {
    await open('<p>客服 95588</p><p>贷款客服 400-820-5555</p>')
    await expect.poll(() => session.summaries.at(-1)).toMatchObject({ flagged: 1, marked: 2, spoofed: false })
    page.append('客服 95588')
    await expect.poll(() => session.summaries.at(-1)).toEqual({ flagged: 1, marked: 3, spoofed: false, fresh: false })
    expect(session.summaries.filter((summary) => summary.fresh)).toHaveLength(1)
  })
})
