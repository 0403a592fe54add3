/** Reading the fixtures of known views through their adapters, in a real browser. */
import { afterEach, describe, expect, test } from 'vitest'
import packaged from '../../../data/sms-views.json' with { type: 'json' }
import { createAdapterView } from '../../../src/page/sms/adapter-view.ts'
import { matchesLocation } from '../../../src/page/sms/match-host.ts'
import { readAdapters, selectorTester } from '../../../src/page/sms/read-adapters.ts'
import type { SmsMessage, SmsReading } from '../../../src/page/sms/view.ts'
import {
  type FixtureMessage,
  type FixturePage,
  messagesOf,
  mountFixture,
  readAll,
  recordChanges,
} from './fixture-page.ts'

const views = [
  'google-messages',
  'xiaomi-cloud-sms',
  'whatsapp-web',
  'google-voice',
  'telegram-web-k',
  'feishu-forwarded-sms',
]

let mounted: FixturePage | undefined
afterEach(() => mounted?.remove())

function open(name: string) {
  const page = mountFixture(name)
  mounted = page
  const file = readAdapters(packaged, null, selectorTester(document))
  const adapter = file.ok ? file.adapters.find((each) => matchesLocation(each.match, page.location)) : undefined
  if (!adapter) throw new Error(`no adapter for ${name}`)
  const changes = recordChanges(document.body)
  return { page, view: createAdapterView(adapter, page), changes }
}

const shown = (reading: SmsReading) => reading.messages.filter((message) => message.part === 'message')
const squeezed = (text: string) => text.replace(/\s*\n\s*/g, '\n')
const textsOf = (messages: SmsMessage[]) => messages.map((message) => squeezed(message.body.text))

/** Forwarded messages are read without the lines that the forwarding app adds. */
function expectedText(message: FixtureMessage): string {
  const lines = message.text.split('\n')
  return message.text.includes('SubId') ? lines.slice(1, -4).join('\n') : message.text
}
const expectedSender = (message: FixtureMessage) =>
  message.text.includes('SubId') ? message.text.split('\n')[0] : message.sender

describe.each(views)('%s', (name) => {
  const all = messagesOf(name)
  const conversation = all[0]?.conversationId
  const incoming = (phase: string) =>
    all.filter((m) => m.conversationId === conversation && m.phase === phase && m.direction === 'in')

  test('reads every incoming message of the first conversation, exactly, with its sender', () => {
    const { view } = open(name)
    const reading = shown(readAll(view, 'all', 0))
    expect(textsOf(reading)).toEqual(incoming('initial').map(expectedText))
    expect(reading.map((message) => message.sender)).toEqual(incoming('initial').map(expectedSender))
    expect(view.state()?.messages).toBe(
      all.filter((m) => m.conversationId === conversation && m.phase === 'initial').length,
    )
  })

  test('reads appended messages once, and nothing else again', async () => {
    const { page, view, changes } = open(name)
    readAll(view, 'all', 0)
    changes.take()
    await page.fx.all()
    const reading = shown(readAll(view, changes.take(), 1000))
    expect(textsOf(reading)).toEqual(incoming('appended').map(expectedText))
    expect(readAll(view, changes.take(), 1100)).toEqual({ messages: [], gone: [] })
  })

  test('every unit of a body leads back to the page', () => {
    const { view } = open(name)
    const all = shown(readAll(view, 'all', 0))
    expect(all.length).toBeGreaterThan(2)
    for (const { body, element } of all) {
      expect(body.pieces).not.toEqual([])
      for (const piece of body.pieces) {
        expect(element.contains(piece.node)).toBe(true)
        const there = piece.node.data.slice(piece.offset, piece.offset + piece.length)
        expect(body.text.slice(piece.at, piece.at + piece.length).trim()).toBe(there.trim())
      }
    }
  })

  test('the ordinary scan leaves messages, header and conversation list alone', () => {
    const { view } = open(name)
    const reading = readAll(view, 'all', 0)
    expect(reading.messages.length).toBeGreaterThan(2)
    for (const { element, body } of reading.messages) expect(view.covers(element, body.text)).toBe(true)
    const footer = document.createElement('footer')
    footer.textContent = '客服热线 400-444-0169'
    document.body.append(footer)
    expect(view.covers(footer, footer.textContent)).toBe(false)
    const list = document.querySelectorAll(
      'mws-conversation-list-item, [class*=thread-item-], #pane-side [role=row], gv-thread-list-item, .chatlist-chat',
    )
    // The page of forwarded messages shows no list of conversations.
    expect(list.length > 0).toBe(name !== 'feishu-forwarded-sms')
    for (const item of list) expect(view.covers(item, '')).toBe(true)
  })
})

describe('google-messages', () => {
  test('older messages that are put in front are read', () => {
    const { page, view, changes } = open('google-messages')
    readAll(view, 'all', 0)
    page.fx.older()
    expect(textsOf(shown(readAll(view, changes.take(), 500)))).toEqual([
      '【农业银行】您的网捷贷已结清，感谢使用，服务热线95599。',
    ])
  })

  test('right after a click the new rows have no sender; it comes when header and rows have settled', async () => {
    const { page, view, changes } = open('google-messages')
    readAll(view, 'all', 0)
    const opening = page.fx.open('72')
    const early = readAll(view, changes.take(), 10_000)
    expect(early.messages).toEqual([])
    expect(early.recheckIn).toBe(2000)
    await opening
    const swapped = readAll(view, changes.take(), 10_700)
    expect(shown(swapped).map((message) => message.sender)).toEqual([undefined, undefined])
    const settled = readAll(view, new Set(), 12_700)
    expect(shown(settled).map((message) => [message.sender, message.senderKind])).toEqual([
      ['+86 138 0000 0117', 'mobile'],
      ['+86 138 0000 0117', 'mobile'],
    ])
    const header = settled.messages.find((message) => message.part === 'sender')
    expect(header?.body.text).toBe('+86 138 0000 0117')
    expect(header?.context).toMatch(/^【招商银行】/)
  })

  test('old rows under the new header keep their own sender', async () => {
    const { page, view, changes } = open('google-messages')
    readAll(view, 'all', 0)
    const opening = page.fx.open('72')
    const late = readAll(view, changes.take(), 60_000)
    const later = readAll(view, new Set(), 70_000)
    expect([...late.messages, ...later.messages]).toEqual([])
    await opening
  })
})

describe('xiaomi-cloud-sms', () => {
  test('reused rows: the old texts are dropped, the new ones read', async () => {
    const { page, view, changes } = open('xiaomi-cloud-sms')
    readAll(view, 'all', 0)
    await page.fx.open('t2')
    const reading = readAll(view, changes.take(), 5000)
    expect(textsOf(shown(reading))).toEqual(
      messagesOf('xiaomi-cloud-sms')
        .filter((m) => m.conversationId === 't2')
        .map((m) => m.text),
    )
    expect(reading.gone.length).toBe(10)
    expect(view.state()?.messages).toBe(2)
    const settled = readAll(view, new Set(), 7000)
    expect(shown(settled).map((message) => message.sender)).toEqual(['95588', '95588'])
    expect(settled.messages.find((message) => message.part === 'sender')?.body.text).toBe('95588')
  })
})

describe('whatsapp-web', () => {
  test('parked rows are dropped, rebuilt ones read again under the same key', () => {
    const { page, view, changes } = open('whatsapp-web')
    const first = shown(readAll(view, 'all', 0))
    page.fx.park(4)
    expect(readAll(view, changes.take(), 100).gone.length).toBe(4)
    page.fx.unpark()
    const again = shown(readAll(view, changes.take(), 200))
    expect(again.map((message) => message.key)).toEqual(first.slice(0, 3).map((message) => message.key))
    expect(again.map((message) => message.sender)).toEqual([
      '+86 138 0000 0150',
      '+86 138 0000 0150',
      '+86 138 0000 0150',
    ])
  })
})

describe('feishu-forwarded-sms', () => {
  test('the first line is the sender, judged with the message that it sent', () => {
    const { view } = open('feishu-forwarded-sms')
    const parts = readAll(view, 'all', 0).messages.filter((message) => message.part === 'sender')
    expect(parts.map((part) => part.body.text)).toEqual([
      '106900000181',
      '95533',
      '+8613800000182',
      '106900000183',
      '95188',
      '10086',
      '106900000184',
    ])
    expect(parts[1]?.context).toBe('【建设银行】快贷还款成功1,000.00元。')
  })
})
