/** The reader of message views comes when a number asks for it; until then nothing is marked that might be a message. */
import { afterEach, describe, expect, test } from 'vitest'
import type { StartReader } from '../../src/page/sms/message-reader.ts'
import { messagesBy } from '../support/message-source.ts'
import { type RunningSession, runSession, showPage, wait } from '../support/page-session.ts'

const codes = { '95588': 'official', '95533': 'official', '4004440301': 'unlisted-service' } as const

let page: HTMLElement | undefined
let session: RunningSession | undefined
afterEach(() => {
  session?.stop()
  page?.remove()
})

/** A source whose reader comes when the test lets it. */
function late() {
  let asked = 0
  let give: (reader: StartReader | undefined) => void = () => undefined
  const come = new Promise<StartReader | undefined>((resolve) => {
    give = resolve
  })
  const load = () => {
    asked++
    return come
  }
  return { source: { load }, asked: () => asked, give }
}

async function reader(): Promise<StartReader> {
  const start = await messagesBy([]).load()
  if (!start) throw new Error('no reader')
  return start
}

const bubbles = [
  ['in', '【工商银行】您的融e借应还1,024.16元，详询95588。'],
  ['out', '我打 95533 问过了'],
  ['in', '【建设银行】快贷还款日11月22日，客服95533。'],
  ['in', '【招商银行】验证码482913，请勿泄露。'],
  ['in', '【京东金融】您的金条已逾期，请联系400-444-0301。'],
  ['out', '我已经打过 95588 了'],
]
const conversation = `<div style="height:300px;overflow:auto">${bubbles.map(([side, text]) => `<div class="row ${side}"><div class="t">${text}</div><small>10:02</small></div>`).join('')}</div><textarea placeholder="短信"></textarea>`

describe('a page that may hold messages', () => {
  test('holds its marks back until the reader has come; one’s own are never marked', async () => {
    const { source, asked, give } = late()
    page = showPage(`<p>客服 95588</p>${conversation}`)
    session = runSession(codes, { messages: source })
    await expect.poll(asked).toBe(1)
    await wait(300)
    expect(session.marks()).toEqual([])
    expect(session.atRest()).toBe(false)
    give(await reader())
    await session.rest()
    expect(session.marks()).toEqual([
      '95588→official',
      '95588→official',
      '95533→official',
      '400-444-0301→unlisted-service',
    ])
    expect(session.pageMarks().sms).toEqual({ view: 'generic', messages: 6 })
    expect(asked()).toBe(1)
  })

  test('is read as ordinary text when the reader cannot be had', async () => {
    const { source, give } = late()
    page = showPage('<form><textarea></textarea></form><p>客服 <b>9</b><b>5</b><b>5</b>88</p><p>电话 95533</p>')
    session = runSession(codes, { messages: source })
    give(undefined)
    await session.rest()
    expect(session.marks()).toEqual(['95588→official', '95533→official'])
  })
})

describe('the reader is not fetched', () => {
  test.each([
    ['for an article', '<article><h1>提前还款</h1><p>客服 95588</p><p>电话 95533</p></article>'],
    [
      'for a table with a search field',
      '<input placeholder="请输入关键词搜索"><table><tr><td>电话 95588</td></tr></table>',
    ],
    ['for a chat without a number', '<div class="chat">早上好</div><textarea placeholder="消息"></textarea>'],
  ])('%s', async (_, html) => {
    const { source, asked } = late()
    page = showPage(html)
    session = runSession(codes, { messages: source })
    await session.rest()
    expect(asked()).toBe(0)
  })
})

describe('the reader is fetched', () => {
  test.each([
    ['for a field to write into', '<p>客服 95588</p><div contenteditable="true"></div>'],
    ['for a place named after messages', '<div class="MessageList_x3"><p>客服 95588</p></div>'],
    ['for a log', '<div role="log"><p>客服 95588</p></div>'],
    ['for an element named after messages', '<chat-row><p>客服 95588</p></chat-row>'],
    ['for a signature', '<p>【工商银行】客服 <b>95588</b></p>'],
    ['for a sender id beside the number', '<ul><li><i>106900000311</i> <span>客服 95588</span></li></ul>'],
  ])('%s', async (_, html) => {
    const { source, asked } = late()
    page = showPage(html)
    session = runSession(codes, { messages: source })
    await expect.poll(asked).toBe(1)
  })

  test('when the page is called so', async () => {
    const { source, asked } = late()
    const before = document.title
    document.title = '我的短信'
    page = showPage('<p>客服 95588</p>')
    session = runSession(codes, { messages: source })
    await expect.poll(asked).toBe(1)
    document.title = before
  })
})
