/** A frame from its settings on: paused, resumed, muted, left alone; what the toolbar hears meanwhile. */
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CardRequest } from '../../src/page/cards.ts'
import { type PageDeps, type RunningPage, runPage } from '../../src/page/run-page.ts'
import type { Summary } from '../../src/page/session.ts'
import type { PageSettings } from '../../src/protocol.ts'
import { judge, showPage } from '../support/page-session.ts'

const codes = { '95588': 'official', '4008205555': 'unlisted-service' } as const
const usual: PageSettings = { active: true, language: 'zh-CN', muted: [], personalMark: '', knownView: false }

let page: HTMLElement
let controller: AbortController
let settings: PageSettings
let tellChange: () => void
let batches: number
let reports: Summary[]
let running: RunningPage
let mutes = false

afterEach(() => {
  controller.abort()
  page.remove()
})

async function open(over: Partial<PageDeps> = {}): Promise<void> {
  page = showPage('<p>客服 95588</p><p>贷款客服 400-820-5555</p>')
  controller = new AbortController()
  settings = usual
  mutes = false
  batches = 0
  reports = []
  running = runPage({
    settings: async () => settings,
    check: async (_, passages) => {
      batches++
      return passages.map((passage) => judge(passage, codes))
    },
    areUnrelated: async () => false,
    giveFocusBack: () => undefined,
    smsViews: async () => null,
    paint: () => undefined,
    report: (summary) => reports.push(summary),
    mute: (body) => 'canonical' in body && change({ muted: [body.canonical] }),
    loadCard: async () => ({ css: '', mount: mountCard }),
    loadReader: async () => undefined,
    shadowRootOf: (element) => element.shadowRoot,
    onSettingsChange: (listener) => {
      tellChange = listener
    },
    signal: controller.signal,
    ...over,
  })
  await expect.poll(marks).toHaveLength(2)
}

/** A card whose person presses “mute” at once where `mutes` says so. */
function mountCard(root: ShadowRoot, request: CardRequest): () => void {
  root.append(document.createElement('p'))
  if (mutes) queueMicrotask(request.muteNumber)
  return () => root.replaceChildren()
}

function change(over: Partial<PageSettings>): void {
  settings = { ...settings, ...over }
  tellChange()
}

const marks = async () => (await running.pageMarks()).marks.map((mark) => mark.text)
const hosts = () => document.documentElement.querySelectorAll(':scope > div').length

describe('a pause', () => {
  test('takes marks off and the toolbar’s count with them; its end brings both back', async () => {
    await open()
    await expect.poll(() => reports.at(-1)).toMatchObject({ flagged: 1, marked: 2 })
    change({ active: false })
    await expect.poll(marks).toEqual([])
    expect(reports.at(-1)).toEqual({ flagged: 0, marked: 0, spoofed: false, fresh: false })
    change({ active: true })
    await expect.poll(marks).toHaveLength(2)
    await expect.poll(() => reports.at(-1)).toMatchObject({ flagged: 1, marked: 2 })
  })

  test('that is set twice ends in what was said last', async () => {
    const early = Promise.withResolvers<PageSettings>()
    const answers = [usual, early.promise, usual]
    await open({ settings: async () => answers.shift() })
    tellChange()
    tellChange()
    await expect.poll(() => answers).toEqual([])
    early.resolve({ ...usual, active: false })
    await new Promise(requestAnimationFrame)
    expect(await marks()).toHaveLength(2)
    expect(reports.filter(({ marked }) => marked === 0)).toEqual([])
  })
})

describe('other changes', () => {
  test('of settings that are nothing to this page leave it alone', async () => {
    await open()
    const asked = batches
    tellChange()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(batches).toBe(asked)
    expect(await marks()).toHaveLength(2)
  })

  test('muting a number from its card takes it off and leaves the card open', async () => {
    await open()
    mutes = true
    const id = (await running.pageMarks()).marks[1]?.id ?? -1
    running.revealMark(id, false)
    await expect.poll(marks).toEqual(['95588'])
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(batches).toBe(1)
    expect(hosts()).toBe(1)
  })
})

describe('the end', () => {
  test('of the script takes marks, card and guard away and asks nothing more', async () => {
    await open()
    const link = document.createElement('a')
    link.href = 'tel:4008205555'
    link.textContent = '400-820-5555'
    const calls: Event[] = []
    link.addEventListener('click', (event) => {
      calls.push(event)
      event.preventDefault()
    })
    page.append('贷款客服 ', link)
    await expect.poll(marks).toHaveLength(3)
    await userEvent.click(link)
    expect(calls).toEqual([])
    await expect.poll(hosts).toBe(1)
    const names = [...CSS.highlights.keys()]
    expect(names.length).toBeGreaterThan(0)
    const told = reports.length
    controller.abort()
    expect([...CSS.highlights.keys()]).toEqual([])
    expect(hosts()).toBe(0)
    const asked = batches
    page.append('客服 95588')
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect([batches, reports.length]).toEqual([asked, told])
    await userEvent.click(link)
    expect(calls).toHaveLength(1)
  })
})
