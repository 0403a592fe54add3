import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Reply } from '../../src/protocol.ts'
import { openNotebook } from '../../src/shell/notebook-store.ts'
import { retiredNumbers } from '../../src/shell/retired-numbers.ts'
import { newCall, newMatter } from '../../src/ui/notebook/matter.ts'
import type { SavedLine } from '../../src/ui/notebook/saved-line.ts'
import { institution } from '../support/fake-registry.ts'
import { stories } from '../ui/verdict-stories.ts'

const line: SavedLine = {
  institution: 'a',
  name: '甲银行',
  number: '95588',
  canonical: '95588',
  label: '客服',
  told: false,
}
const dialled = { ...newCall('c', 1), number: '95599' }
const matter = { ...newMatter('m', 1), happened: '多扣 120 元', calls: [dialled] }

/** The list as it is now: the institution has another line, and what was dialled has ended. */
function answer(message: unknown): Reply<unknown> {
  const values: Record<string, unknown> = {
    registryStatus: { stamp: stories.official.registry },
    institutions: [{ institution: institution('a', '95500') }],
    lookUp: [{ ...stories.retired, raw: '95599', canonical: '95599' }],
  }
  return { ok: true, value: values[Reflect.get(Object(message), 'name')] }
}

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...sent: unknown[]) => answer(sent[0]))
})
afterEach(() => Dexie.delete('zhenhao-notebook'))

/** As every opening of popup or guide, also after a restart: nothing but the database is left of the one before. */
const opened = async () => {
  const notebook = openNotebook(false)
  return { notebook, own: await retiredNumbers(notebook, 'zh-CN', Date.UTC(2026, 10, 21)) }
}
const numbers = async () => (await opened()).own.retired.map(({ number }) => number)

it('who kept no number is asked about nothing', async () => {
  expect((await opened()).own).toMatchObject({ retired: [], gone: [] })
  expect(browser.runtime.sendMessage).not.toHaveBeenCalled()
})

describe('row 19: a kept number that is no longer official', () => {
  beforeEach(async () => {
    const notebook = openNotebook(false)
    await notebook.keep([line])
    await notebook.save(matter)
  })

  it('is told until the person has read it, and after that never again, whatever restarts', async () => {
    expect(await numbers()).toEqual(['95588', '95599'])
    expect(await numbers()).toEqual(['95588', '95599'])
    await (await opened()).own.tell()
    expect(await numbers()).toEqual([])
    const { own, notebook } = await opened()
    expect(own.gone.map(({ number }) => number)).toEqual(['95588'])
    expect(await notebook.matters()).toEqual([{ ...matter, calls: [{ ...dialled, toldRetired: true }] }])
  })

  it('what was written or dropped between showing and reading stays as the person left it', async () => {
    const { own } = await opened()
    const meanwhile = openNotebook(false)
    await meanwhile.save({ ...matter, happened: '多扣 120 元，已退 100 元' })
    await meanwhile.drop('95588')
    await own.tell()
    expect(await meanwhile.saved()).toEqual([])
    const [kept] = await meanwhile.matters()
    expect(kept).toMatchObject({
      happened: '多扣 120 元，已退 100 元',
      calls: [{ number: '95599', toldRetired: true }],
    })
  })

  it.each([
    ['lookUp', ['95588']],
    ['institutions', []],
  ])(
    'a question that is not answered (%s) tells nothing and is no reason to open an empty page',
    async (silent, told) => {
      vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...sent: unknown[]) =>
        Reflect.get(Object(sent[0]), 'name') === silent ? { ok: false, code: 'failed' } : answer(sent[0]),
      )
      expect(await numbers()).toEqual(told)
    },
  )

  it('is not told while the list cannot be used', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ ok: true, value: { stamp: null } }))
    expect(await numbers()).toEqual([])
  })
})
