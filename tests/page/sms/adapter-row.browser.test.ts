/** Markup of known views that no fixture shows: older WhatsApp and Google Voice, Telegram A, WhatsApp's own quotes. */
import { afterEach, expect, test } from 'vitest'
import { createAdapterView } from '../../../src/page/sms/adapter-view.ts'
import { chooseAdapters } from '../../../src/page/sms/packaged-adapters.ts'
import { selectorTester } from '../../../src/page/sms/read-adapters.ts'
import { readAll } from './fixture-page.ts'

afterEach(() => document.body.replaceChildren())

const { adapters } = chooseAdapters(undefined, selectorTester(document))

function readPage(id: string, html: string) {
  document.body.innerHTML = html
  const adapter = adapters.find((one) => one.id === id)
  if (!adapter) throw new Error(`no adapter ${id}`)
  const page = { document, location, shadowOf: () => null }
  return readAll(createAdapterView(adapter, page), 'all', 0)
    .messages.filter((message) => message.part === 'message')
    .map((message) => [message.sender, message.body.text])
}

test('older WhatsApp: direction by class and by id, quote left out', () => {
  const row = (direction: string, sender: string, text: string, quote = '') =>
    `<div role="row"><div data-id="${direction === 'in' ? 'false' : 'true'}_1@c.us_3EB0" class="message-${direction}"><div class="copyable-text" data-pre-plain-text="[10:54, 11/20/2026] ${sender}: ">${quote}<span class="selectable-text copyable-text"><span>${text}</span></span></div><span data-testid="msg-meta">10:54</span></div></div>`
  const quote = '<div aria-label="Quoted message"><span class="quoted-mention">打 95588</span></div>'
  expect(
    readPage(
      'whatsapp-web',
      `<div id="main"><header><span dir="auto">客服</span></header>${row('in', '+86 139 0000 0401', '请打 95533')}${row('out', 'Me', '打 95588')}${row('in', '+86 139 0000 0401', '不对，打 400-444-0402', quote)}</div>`,
    ),
  ).toEqual([
    ['+86 139 0000 0401', '请打 95533'],
    ['+86 139 0000 0401', '不对，打 400-444-0402'],
  ])
})

test('Telegram A: own messages, reply and meta left out', () => {
  const message = (own: boolean, text: string, reply = '') =>
    `<div class="Message message-list-item${own ? ' own' : ''}" data-message-id="${text.length}"><div class="message-content">${reply}<div class="text-content clearfix">${text}<span class="MessageMeta"><span class="message-time">14:02</span></span></div></div></div>`
  const reply = '<div class="EmbeddedMessage"><p>我打95118</p></div>'
  expect(
    readPage(
      'telegram-web',
      `<div class="ChatInfo"><div class="title"><h3>京东客服</h3></div></div><div class="MessageList">${message(false, '客服电话95118')}${message(true, '我打95118')}${message(false, '错，打400-444-0403', reply)}</div>`,
    ),
  ).toEqual([
    ['京东客服', '客服电话95118'],
    ['京东客服', '错，打400-444-0403'],
  ])
})

test('older Google Voice: text items with a bubble', () => {
  const item = (direction: string, text: string) =>
    `<gv-text-message-item><div class="message-row ${direction}"><div class="${direction}"></div><div class="subject-content-container bubble">${text}</div><div class="timestamp">9:00 AM</div></div></gv-text-message-item>`
  expect(
    readPage(
      'google-voice',
      `<gv-message-list-header><p gv-test-id="conversation-title">(202) 555-0104</p></gv-message-list-header><div>${item('incoming', '【工商银行】详询95588')}${item('outgoing', 'ok 95588')}</div>`,
    ),
  ).toEqual([['(202) 555-0104', '【工商银行】详询95588']])
})

test('a name as long as a page is no sender', () => {
  const name = '客服'.repeat(2000)
  const row = (sender: string) =>
    `<div role="row"><div data-id="false_1@c.us_3EB0" class="message-in"><div class="copyable-text" data-pre-plain-text="[10:54, 11/20/2026] ${sender}: "><span class="selectable-text copyable-text"><span>请打 95533</span></span></div></div></div>`
  const page = (sender: string, header: string) =>
    readPage('whatsapp-web', `<div id="main"><header><span dir="auto">${header}</span></header>${row(sender)}</div>`)
  expect(page('甲', name)).toEqual([['甲', '请打 95533']])
  expect(page(name, '乙')).toEqual([['乙', '请打 95533']])
  expect(page(name, name)).toEqual([[undefined, '请打 95533']])
})

test('WhatsApp: rows with and without the line that names the writer stand side by side', () => {
  const row = (out: boolean, text: string, pre = '') =>
    `<div role="row"><div data-id="AC${text.length}"><div data-testid="msg-container"><div class="copyable-text"${pre && ` data-pre-plain-text="[10:54, 2026/11/20] ${pre}: "`}><span class="selectable-text copyable-text">${text}</span></div>${out ? '<span data-icon="msg-dblcheck-ack"></span>' : ''}</div></div></div>`
  const notice = '<div role="row"><div data-id="n1"><span dir="auto">客服 400-444-0409 加入</span></div></div>'
  expect(
    readPage(
      'whatsapp-web',
      `<div id="main"><header><span dir="auto">家庭群</span></header>${notice}${row(false, '客服95588', '妈妈')}${row(false, '图片说明：客服95188')}${row(true, '打过95533')}</div>`,
    ),
  ).toEqual([
    ['妈妈', '客服95588'],
    ['家庭群', '图片说明：客服95188'],
  ])
})

test('Telegram K: the card of a link inside the text element is left out', () => {
  const bubble =
    '<div class="bubble is-in" data-mid="1"><div class="message">看 psbc.example.org<div class="webpage"><div class="webpage-name">邮储银行 客服95580</div></div><div class="reactions">2</div><span class="time">14:02</span></div></div>'
  expect(readPage('telegram-web', `<div class="bubbles">${bubble}</div>`)).toEqual([[undefined, '看 psbc.example.org']])
})
