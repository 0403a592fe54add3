import { afterEach, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { backgroundBodyProblem } from '../../src/message-bodies.ts'
import type { Reply } from '../../src/protocol.ts'
import { findInstitutions, lookUp } from '../../src/shell/look-up.ts'
import { institution } from '../support/fake-registry.ts'
import { stories } from '../ui/verdict-stories.ts'

afterEach(() => vi.restoreAllMocks())

const ids = Array.from({ length: 120 }, (_, at) => `bank-${at}`)
const named = { ...stories.official, claimed: ids.map((id) => ({ id, name: { zh: id } })), institutions: [] }

/** Behind the real gate of message bodies. */
async function background(sent: unknown): Promise<Reply<unknown>> {
  const { name, body } = sent as { name: string; body: { ids?: string[] } }
  if (backgroundBodyProblem(name, body) !== undefined) return { ok: false, code: 'bad-body' }
  if (name === 'lookUp') return { ok: true, value: [named, named] }
  return { ok: true, value: body.ids?.map((id) => ({ institution: institution(id, '95500') })) }
}

it('a directory of more institutions than one message takes is answered whole, each once', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((...sent: unknown[]) => background(sent[0]))
  const { institutions } = await lookUp('120 家银行的客服电话')
  expect(institutions.map(({ institution: { id } }) => id)).toEqual(ids)
})

it('a text without a number is looked up as a name, unless it is longer than names are', async () => {
  const asked: unknown[] = []
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...sent: unknown[]) => {
    asked.push(Reflect.get(Object(sent[0]), 'body'))
    return { ok: true, value: [] }
  })
  expect(await lookUp(' 微粒贷\n')).toEqual({ verdicts: [], institutions: [] })
  await lookUp('贷'.repeat(41))
  expect(asked).toEqual([{ text: ' 微粒贷\n' }, { query: '微粒贷' }, { text: '贷'.repeat(41) }])
})

it('a background that does not answer is a failure, never “nothing found”', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ ok: false, code: 'failed' }))
  await expect(lookUp('95588')).rejects.toThrow('failed')
  await expect(findInstitutions('微粒贷')).rejects.toThrow('failed')
})
