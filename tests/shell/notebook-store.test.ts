import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openNotebook } from '../../src/shell/notebook-store.ts'
import { newMatter } from '../../src/ui/notebook/matter.ts'
import type { SavedLine } from '../../src/ui/notebook/saved-line.ts'

const kept: SavedLine = {
  institution: 'hua',
  name: '华山银行',
  number: '95500',
  canonical: '95500',
  label: '客服',
  told: false,
}

afterEach(() => Dexie.delete('zhenhao-notebook'))

describe.each([
  { name: 'database', incognito: false },
  { name: 'private window', incognito: true },
])('notebook in a $name', ({ incognito }) => {
  it('keeps matters, newest first, and forgets the one removed', async () => {
    const notebook = openNotebook(incognito)
    await notebook.save(newMatter('old', 1))
    await notebook.save(newMatter('new', 2))
    await notebook.save({ ...newMatter('old', 1), institution: '华山银行' })
    expect((await notebook.matters()).map(({ id, institution }) => [id, institution])).toEqual([
      ['new', ''],
      ['old', '华山银行'],
    ])
    await notebook.remove('new')
    expect((await notebook.matters()).map(({ id }) => id)).toEqual(['old'])
  })

  it('keeps the last of many saves made without waiting, also while the database is being opened', async () => {
    const notebook = openNotebook(incognito)
    const saves: Promise<void>[] = []
    for (let turn = 1; turn <= 12; turn += 1) {
      saves.push(notebook.save({ ...newMatter('m', 1), institution: String(turn) }))
      if (turn % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 0))
      else await Promise.resolve()
    }
    await Promise.all(saves)
    expect((await notebook.matters())[0]?.institution).toBe('12')
  })

  it('keeps lines by number', async () => {
    const notebook = openNotebook(incognito)
    await notebook.keep([kept])
    await notebook.keep([{ ...kept, told: true }])
    expect(await notebook.saved()).toEqual([{ ...kept, told: true }])
    await notebook.drop('95500')
    expect(await notebook.saved()).toEqual([])
  })

  it('what was deleted while another part was about to mark it stays deleted, and what was edited stays edited', async () => {
    const [page, background] = [openNotebook(incognito), openNotebook(incognito)]
    const mine = incognito ? page : background
    await page.save({ ...newMatter('deleted', 1), institution: '甲' })
    await page.save({ ...newMatter('edited', 2), institution: '乙' })
    await page.keep([kept])
    expect(await mine.matters()).toHaveLength(2)
    await page.remove('deleted')
    await page.drop('95500')
    await page.save({ ...newMatter('edited', 2), institution: '乙', happened: '刚写下的一句' })
    await mine.amend((matters) => matters.map((matter) => ({ ...matter, step: 'supervisor' })))
    await mine.amendSaved((lines) => lines.map((line) => ({ ...line, told: true })))
    expect((await page.matters()).map(({ id, happened, step }) => [id, happened, step])).toEqual([
      ['edited', '刚写下的一句', 'supervisor'],
    ])
    expect(await page.saved()).toEqual([])
  })

  it('deletes everything and can be used again', async () => {
    const notebook = openNotebook(incognito)
    await notebook.save(newMatter('m', 1))
    await notebook.keep([kept])
    await notebook.clear()
    expect(await notebook.matters()).toEqual([])
    expect(await notebook.saved()).toEqual([])
    expect(await Dexie.getDatabaseNames()).toEqual([])
    await notebook.save(newMatter('again', 1))
    expect(await notebook.matters()).toHaveLength(1)
  })
})

it('is off until used: looking makes no database', async () => {
  const notebook = openNotebook(false)
  expect(await notebook.matters()).toEqual([])
  expect(await notebook.saved()).toEqual([])
  await notebook.amend(() => [])
  await notebook.amendSaved(() => [])
  await notebook.clear()
  expect(await Dexie.getDatabaseNames()).toEqual([])
})

it('a note that cannot be kept lets the next one through', async () => {
  const notebook = openNotebook(false)
  const odd = Object.assign(newMatter('odd', 1), { institution: () => undefined })
  await expect(notebook.save(odd as never)).rejects.toThrow()
  await notebook.save(newMatter('good', 2))
  expect((await notebook.matters()).map(({ id }) => id)).toEqual(['good'])
})

it('deletes the rows at once, also while another window holds the database open', async () => {
  const writer = openNotebook(false)
  await writer.save(newMatter('m', 1))
  await writer.keep([kept])
  const held = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('zhenhao-notebook')
    opening.onsuccess = () => done(opening.result)
  })
  const deleted = openNotebook(false).clear()
  const rows = (table: string) =>
    new Promise<number>((done) => {
      const counting = held.transaction(table).objectStore(table).count()
      counting.onsuccess = () => done(counting.result)
    })
  await vi.waitFor(async () => expect([await rows('matters'), await rows('saved')]).toEqual([0, 0]))
  expect(await Dexie.getDatabaseNames()).toEqual(['zhenhao-notebook'])
  held.close()
  await deleted
  expect(await Dexie.getDatabaseNames()).toEqual([])
})

it('leaves nothing of a private window on disk', async () => {
  await openNotebook(true).save(newMatter('m', 1))
  expect(await Dexie.getDatabaseNames()).toEqual([])
})

it('what one page saves, another page and a restarted worker read', async () => {
  await openNotebook(false).save(newMatter('m', 1))
  expect(await openNotebook(false).matters()).toHaveLength(1)
})
