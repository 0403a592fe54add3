/** Cards on the page: opening by pointer, popup and shortcut; focus, Esc, place; the guard before calls. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type CardRequest, type Cards, startCards } from '../../src/page/cards.ts'
import type { SessionOptions } from '../../src/page/session.ts'
import { guardTelLinks } from '../../src/page/tel-guard.ts'
import { nextStop } from '../../src/shell/next-stop.ts'
import { type RunningSession, runSession, showPage } from '../support/page-session.ts'

const codes = { '95588': 'official', '4008205555': 'unlisted-service', '4008888888': 'reported' } as const

let page: HTMLElement
let session: RunningSession
let cards: Cards
let controller: AbortController
let opened: { root: ShadowRoot; request: CardRequest }[]
let closed: number
let mutes: unknown[]
let clicks: Event[]
let missing: boolean
let givenBack: number

const view = { css: '.card { padding: 8px; background: white; color: black }', mount: mountTestCard }

beforeEach(() => {
  opened = []
  closed = 0
  mutes = []
  clicks = []
  missing = false
  givenBack = 0
})

afterEach(() => {
  controller.abort()
  session.stop()
  page.remove()
})

async function open(html: string, options: Partial<SessionOptions> = {}): Promise<void> {
  controller = new AbortController()
  guardTelLinks({
    verdictOn: (link) => session.links.of(link),
    isMuted: (canonical) => session.isMuted(canonical),
    onHeld: (call) => cards.beforeCall(call),
    signal: controller.signal,
  })
  page = showPage(html)
  for (const link of page.querySelectorAll('a')) {
    link.addEventListener('click', (event) => {
      clicks.push(event)
      event.preventDefault()
    })
  }
  session = runSession(codes, options)
  cards = startCards({
    session,
    load: async () => (missing ? undefined : view),
    giveFocusBack: () => givenBack++,
    onMute: (what) => mutes.push(what),
    signal: controller.signal,
  })
  await session.rest()
}

/** A stand-in for the ui folder's card: a dialog that takes focus. */
function mountTestCard(root: ShadowRoot, request: CardRequest): () => void {
  const dialog = document.createElement('div')
  dialog.className = 'card'
  dialog.tabIndex = -1
  dialog.textContent = request.verdict.raw
  root.append(dialog)
  dialog.focus()
  opened.push({ root, request })
  return () => {
    closed++
    dialog.remove()
  }
}

function shown(): string | undefined {
  return opened.at(-1)?.request.verdict.raw
}

/** What the shortcut does, in one frame. */
async function step(by: 1 | -1): Promise<string | undefined> {
  const stop = nextStop([{ frameId: 0, ...cards.flagged() }], by)
  if (stop) cards.reveal(stop.id, true)
  return cardShown()
}

/** The card's script has arrived and the card is there. */
async function cardShown(): Promise<string | undefined> {
  await new Promise((done) => setTimeout(done))
  return shown()
}

function hosts(): Element[] {
  return [...document.documentElement.children].filter((element) => element.localName === 'div')
}

/** Clicks the middle of the first mark with this text. */
async function clickMark(text: string): Promise<void> {
  const mark = [...session.book.all()].find((one) => one.text === text)
  const element = mark?.range.startContainer.parentElement
  if (!mark || !element) throw new Error(`no mark ${text}`)
  const rect = mark.range.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  await userEvent.click(element, {
    position: { x: rect.left - box.left + rect.width / 2, y: rect.top - box.top + rect.height / 2 },
  })
}

describe('by pointer', () => {
  test('a click on the number opens its card, a click beside it does not', async () => {
    await open('<p style="width:300px">客服 95588</p>')
    await userEvent.click(page.querySelector('p') as Element, { position: { x: 290, y: 5 } })
    expect(opened).toHaveLength(0)
    await clickMark('95588')
    expect(shown()).toBe('95588')
    expect(hosts()).toHaveLength(1)
  })

  test('one card at a time; a click elsewhere closes it and the page is as before', async () => {
    await open(
      '<p>客服 95588</p><p style="margin-top:150px">贷款客服 400-820-5555</p><p id="else" style="margin-top:150px">别处</p>',
    )
    const before = document.documentElement.outerHTML
    await clickMark('95588')
    await clickMark('400-820-5555')
    expect(shown()).toBe('400-820-5555')
    expect(hosts()).toHaveLength(1)
    await userEvent.click(page.querySelector('#else') as Element, { position: { x: 300, y: 5 } })
    expect(closed).toBe(2)
    expect(document.documentElement.outerHTML).toBe(before)
  })

  test('numbers in links and buttons leave the click to the page', async () => {
    await open('<p>客服 <a href="#x">95588</a> <button>客服 400-820-5555</button></p>')
    await clickMark('95588')
    await clickMark('400-820-5555')
    expect(opened).toHaveLength(0)
    expect(clicks).toHaveLength(1)
  })

  test('a number in a shadow root', async () => {
    await open('<div id="host"></div>')
    const host = page.querySelector('#host') as HTMLElement
    host.attachShadow({ mode: 'open' }).innerHTML = '<p style="margin:0">客服 95588</p>'
    await expect.poll(() => session.marks()).toEqual(['95588→official'])
    const rect = [...session.book.all()][0]?.range.getBoundingClientRect() as DOMRect
    const box = host.getBoundingClientRect()
    await userEvent.click(host, { position: { x: rect.left - box.left + 5, y: rect.top - box.top + 5 } })
    expect(shown()).toBe('95588')
  })

  test.each([
    ['caretPositionFromPoint', ['highlightsFromPoint']],
    ['caretRangeFromPoint', ['highlightsFromPoint', 'caretPositionFromPoint']],
  ])('with %s alone', async (_, missing) => {
    const taken = missing.map((name) =>
      takeAway(name === 'highlightsFromPoint' ? HighlightRegistry.prototype : Document.prototype, name),
    )
    try {
      await open('<p style="width:300px">客服 95588</p>')
      await userEvent.click(page.querySelector('p') as Element, { position: { x: 290, y: 5 } })
      expect(opened).toHaveLength(0)
      await clickMark('95588')
      expect(shown()).toBe('95588')
    } finally {
      for (const putBack of taken) putBack()
    }
  })
})

function takeAway(owner: object, name: string): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name)
  if (!descriptor) throw new Error(`${name} is not there to be removed`)
  Object.defineProperty(owner, name, { value: undefined, configurable: true })
  return () => Object.defineProperty(owner, name, descriptor)
}

describe('by keyboard', () => {
  test('the card takes focus, Esc closes it and focus goes back', async () => {
    await open('<p>客服 95588</p><button id="b">按钮</button>')
    const button = page.querySelector('#b') as HTMLElement
    button.focus()
    const keys: string[] = []
    page.addEventListener('keydown', (event) => keys.push(event.key))
    const id = session.pageMarks().marks[0]?.id ?? -1
    expect(cards.reveal(id, true)).toBe(true)
    await cardShown()
    expect(opened[0]?.root.activeElement?.textContent).toBe('95588')
    await userEvent.keyboard('x{Escape}')
    expect(closed).toBe(1)
    expect(hosts()).toHaveLength(0)
    expect(document.activeElement).toBe(button)
    expect(keys).toEqual([])
  })

  test('the shortcuts go through flagged numbers in order, both ways, and begin anew past either end', async () => {
    await open('<p>客服 95588</p><p>贷款客服 400-820-5555</p><p style="margin-top:3000px">客服 400-888-8888</p>')
    expect(await step(1)).toBe('400-820-5555')
    expect(await step(1)).toBe('400-888-8888')
    expect(window.scrollY).toBeGreaterThan(1000)
    expect(await step(-1)).toBe('400-820-5555')
    expect(await step(-1)).toBe('400-888-8888')
    expect(await step(1)).toBe('400-820-5555')
  })

  test('a click sets where the shortcuts go on; a number that is gone gives its place to the next', async () => {
    await open('<p>贷款客服 400-820-5555</p><p id="b">客服 400-888-8888</p><p>贷款客服 400-820-5555</p>')
    await clickMark('400-888-8888')
    expect(cards.flagged().last).toMatchObject({ index: 1, gone: false })
    page.querySelector('#b')?.remove()
    await expect.poll(() => session.flaggedMarks()).toHaveLength(2)
    expect(cards.flagged().last).toMatchObject({ index: 1, gone: true })
    await step(1)
    expect(cards.flagged().last).toMatchObject({ index: 1, gone: false })
  })

  test('where nothing had the focus, another frame may have it back; where it rested, it is put back once', async () => {
    await open('<p>客服 95588</p><button id="b">按钮</button>')
    const button = page.querySelector('#b') as HTMLElement
    button.focus()
    cards.flagged()
    button.blur()
    cards.reveal(session.pageMarks().marks[0]?.id ?? -1, true)
    await cardShown()
    await userEvent.keyboard('{Escape}')
    expect(givenBack).toBe(1)
    cards.takeFocus()
    expect(document.activeElement).toBe(button)
    button.blur()
    cards.takeFocus()
    expect(document.activeElement).toBe(document.body)
  })

  test('a mark that is gone cannot be revealed', async () => {
    await open('<p>客服 95588</p>')
    expect(cards.reveal(9999, true)).toBe(false)
  })
})

describe('place', () => {
  test('inside the viewport, below the number or above it', async () => {
    await open('<p>客服 95588</p><div style="height:3000px"></div><p>贷款客服 400-820-5555</p>')
    await step(1)
    const host = hosts()[0] as HTMLElement
    const rect = host.getBoundingClientRect()
    expect(rect.top).toBeGreaterThanOrEqual(0)
    expect(rect.bottom).toBeLessThanOrEqual(window.innerHeight)
    const number = [...session.book.all()].find(({ text }) => text === '400-820-5555')?.range.getBoundingClientRect()
    if (!number) throw new Error('the number is not marked')
    expect(number.top >= 0 && number.bottom <= window.innerHeight).toBe(true)
    expect(rect.top >= number.bottom || rect.bottom <= number.top).toBe(true)
    expect(host.matches(':popover-open')).toBe(true)
  })

  test('inside a modal dialog the card joins the dialog, else it could not be used', async () => {
    await open('<dialog><p>客服 95588</p></dialog>')
    const dialog = page.querySelector('dialog') as HTMLDialogElement
    dialog.showModal()
    await expect.poll(() => session.marks()).toEqual(['95588→official'])
    await clickMark('95588')
    expect(dialog.lastElementChild?.matches(':popover-open')).toBe(true)
    expect(opened[0]?.root.activeElement).toBeInstanceOf(HTMLElement)
  })

  test('our own card is not read', async () => {
    // As the extension sees it: closed roots too.
    const shadowRootOf = (element: Element) =>
      opened.find(({ root }) => root.host === element)?.root ?? element.shadowRoot
    await open('<p>客服 95588</p>', { shadowRootOf })
    await clickMark('95588')
    const root = opened[0]?.root
    root?.append('贷款客服 400-820-5555')
    page.append('客服 400-888-8888')
    await expect.poll(() => session.marks()).toEqual(['95588→official', '400-888-8888→reported'])
    root?.append('，客服 95533')
    page.append('，投诉 95511')
    await expect.poll(() => session.marks()).toHaveLength(2)
    await session.rest()
    const read = session.batches.flatMap(({ passages }) => passages).map(({ text }) => text)
    expect(read.filter((text) => /400-820-5555|95533/.test(text))).toEqual([])
  })

  test('stopping closes the card at once', async () => {
    await open('<p>客服 95588</p>')
    await clickMark('95588')
    controller.abort()
    expect(hosts()).toHaveLength(0)
  })
})

describe('muting from the card', () => {
  test('takes the number off the page', async () => {
    await open('<p>客服 95588</p><p>贷款客服 400-820-5555</p>')
    await clickMark('95588')
    opened[0]?.request.muteNumber()
    expect(mutes).toEqual([{ canonical: '95588' }])
    expect(session.marks()).toEqual(['400-820-5555→unlisted-service'])
  })
})

describe('before a call', () => {
  test('a flagged target opens the card first; “call anyway” goes on', async () => {
    await open('<p>贷款客服 <a href="tel:4008205555">400-820-5555</a></p>')
    await userEvent.click(page.querySelector('a') as Element)
    expect(clicks).toHaveLength(0)
    expect(opened.at(-1)?.request.dial).toEqual({ shown: '400-820-5555', target: '4008205555' })
    expect(opened.at(-1)?.request.byKeyboard).toBe(false)
    opened.at(-1)?.request.callAnyway?.()
    expect(clicks).toHaveLength(1)
  })

  test('Enter on a flagged link opens the card too, and shows where the focus is', async () => {
    await open('<p>贷款客服 <a href="tel:4008205555">400-820-5555</a></p>')
    page.querySelector('a')?.focus()
    await userEvent.keyboard('{Enter}')
    expect(clicks).toHaveLength(0)
    expect(opened.at(-1)?.request.byKeyboard).toBe(true)
  })

  test('without a card to show, the call goes through', async () => {
    await open('<a href="tel:4008205555">贷款客服 400-820-5555</a>')
    missing = true
    await userEvent.click(page.querySelector('a') as Element)
    await expect.poll(() => clicks.length).toBe(1)
    expect(opened).toHaveLength(0)
  })

  test('a muted number is held back no more, unless the page shows another one', async () => {
    await open('<p>贷款客服 <a href="tel:4008205555">400-820-5555</a> <a href="tel:4008205555">95588</a></p>')
    session.mute('4008205555')
    await userEvent.click(page.querySelectorAll('a')[0] as Element)
    expect(clicks).toHaveLength(1)
    await userEvent.click(page.querySelectorAll('a')[1] as Element)
    expect(clicks).toHaveLength(1)
    expect(opened.at(-1)?.request.dial).toEqual({ shown: '95588', target: '4008205555' })
  })

  test('a target other than the number shown', async () => {
    await open('<p>客服 <a href="tel:4008888888">95588</a></p>')
    await userEvent.click(page.querySelector('a') as Element)
    expect(clicks).toHaveLength(0)
    expect(opened.at(-1)?.request.dial).toEqual({ shown: '95588', target: '4008888888' })
    expect(opened.at(-1)?.request.verdict.code).toBe('reported')
  })

  test.each([
    ['official', '<p>客服 <a href="tel:95588">95588</a></p>'],
    ['official, written another way', '<p>客服 <a href="tel:+8695588">95588</a></p>'],
    ['ordinary', '<p>电话 <a href="tel:13812345678">138 1234 5678</a></p>'],
    ['not a call', '<p>客服 <a href="#top">400-820-5555</a></p>'],
  ])('%s links are never delayed', async (_, html) => {
    await open(html)
    await userEvent.click(page.querySelector('a') as Element)
    expect(clicks).toHaveLength(1)
    expect(opened).toHaveLength(0)
  })

  test('a link judged under another address is not held back', async () => {
    await open('<p>贷款客服 <a href="tel:4008205555">400-820-5555</a></p>')
    page.querySelector('a')?.setAttribute('href', 'tel:95588')
    await userEvent.click(page.querySelector('a') as Element)
    expect(clicks).toHaveLength(1)
  })

  test('a script’s own click passes', async () => {
    await open('<p>贷款客服 <a href="tel:4008205555">400-820-5555</a></p>')
    page.querySelector('a')?.click()
    expect(clicks).toHaveLength(1)
  })
})
