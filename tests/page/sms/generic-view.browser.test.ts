/** The generic reader on views that no adapter knows, in a real browser. */
import { afterEach, describe, expect, test } from 'vitest'
import { createGenericView } from '../../../src/page/sms/generic-view.ts'
import { type FixturePage, messagesOf, mountFixture, readAll, recordChanges } from './fixture-page.ts'

let mounted: FixturePage | undefined
afterEach(() => mounted?.remove())

/** As the page session does: every text with digits is shown to the view. */
function noticeAll(view: ReturnType<typeof createGenericView>): boolean {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let found = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (
      node.parentElement &&
      !node.parentElement.closest('script,style,template') &&
      /\d{3}/.test(node.nodeValue ?? '')
    )
      found = view.notice(node.parentElement) || found
  }
  return found
}

function open(name: string, change?: (html: string) => string) {
  const page = mountFixture(name, change)
  mounted = page
  const view = createGenericView(page)
  const changes = recordChanges(document.body)
  return { page, view, changes, found: noticeAll(view) }
}

const squeezed = (text: string) => text.replace(/\s*\n\s*/g, '\n')

const incoming = (name: string, phase: string) => {
  const all = messagesOf(name)
  return all
    .filter((m) => m.conversationId === all[0]?.conversationId && m.phase === phase && m.direction === 'in')
    .map((m) => (m.text.includes('SubId') ? m.text.split('\n').slice(1, -4).join('\n') : m.text))
}

describe.each([
  'generic-sms',
  'google-messages',
  'xiaomi-cloud-sms',
  'whatsapp-web',
  'google-voice',
  'telegram-web-k',
  'feishu-forwarded-sms',
])('%s without its adapter', (name) => {
  test('every incoming message is read, no outgoing one', async () => {
    const { page, view, changes, found } = open(name)
    expect(found).toBe(true)
    const texts = readAll(view, 'all', 0)
      .messages.filter((m) => m.part === 'message')
      .map((m) => squeezed(m.body.text))
    const expected = incoming(name, 'initial')
    expect(texts.filter((text) => expected.includes(text) || /\d/.test(text))).toEqual(expected)
    changes.take()
    await page.fx.all()
    const later = readAll(view, changes.take(), 1000)
      .messages.filter((m) => m.part === 'message')
      .map((m) => squeezed(m.body.text))
    expect(later).toEqual(incoming(name, 'appended'))
  })
})

test('a list of conversations that is built anew is looked for again, and what it covers is told', () => {
  const page = mountFixture('own/threads-and-pane')
  const view = createGenericView(page)
  for (const text of document.querySelectorAll('.body div')) view.notice(text)
  readAll(view, 'all', 0)
  const column = document.querySelector('.col')
  const other = () => document.querySelector('.col .card:nth-child(2) .sub') as Element
  expect(view.covers(other(), '')).toBe(true)
  column?.replaceWith(column.cloneNode(true))
  const added = document.querySelector('.body')?.appendChild(document.createElement('div'))
  added?.replaceChildren(...[...(document.querySelector('.ln')?.cloneNode(true).childNodes ?? [])])
  const soon = view.read(new Set([added as Node]), 200)
  expect(soon.recheckIn).toBeLessThanOrEqual(800)
  expect(view.covers(other(), '')).toBe(false)
  expect(view.read(new Set(), 1001).coversMore).toBe(true)
  expect(view.covers(other(), '')).toBe(true)
  page.remove()
})
