import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { copyPolicy, keepPolicy, onPolicyChange, readPolicy } from '../../src/shell/organisation-policy.ts'
import { strictnesses } from '../../src/verdict/marked-codes.ts'

const free = { pauseForbidden: false, exemptSites: [] }
const strict = { pauseForbidden: true, exemptSites: ['intranet.cn'], strictness: 'careful' }

beforeEach(() => fakeBrowser.reset())

function setByOrganisation(values: Record<string, unknown> | Promise<never>): void {
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => values)
}

describe("an organisation's policy", () => {
  test('is read from the copy: nobody waits for a browser that is still loading its policies', async () => {
    setByOrganisation(new Promise<never>(() => undefined))
    keepPolicy()
    expect(await readPolicy()).toEqual(free)
  })

  test('is copied when the worker starts, and whenever the browser says that it has changed', async () => {
    setByOrganisation(strict)
    keepPolicy()
    await vi.waitFor(async () => expect(await readPolicy()).toEqual(strict))
    const free = vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}))
    free.mockClear()
    await fakeBrowser.storage.onChanged.trigger({ settings: {} }, 'local')
    expect(free).not.toHaveBeenCalled()
    await fakeBrowser.storage.onChanged.trigger({ pauseForbidden: {} }, 'managed')
    await vi.waitFor(async () => expect((await readPolicy()).pauseForbidden).toBe(false))
  })

  test('is copied as it is set, told to who listens, and once only', async () => {
    const told = vi.fn()
    onPolicyChange(told)
    setByOrganisation(strict)
    await copyPolicy()
    await copyPolicy()
    expect(await readPolicy()).toEqual(strict)
    expect(told.mock.calls).toEqual([[strict]])
    setByOrganisation({})
    await copyPolicy()
    expect(await readPolicy()).toEqual(free)
    expect(told.mock.calls).toEqual([[strict], [free]])
  })

  test('withdrawn, or in a browser that has none, sets nothing', async () => {
    setByOrganisation(strict)
    await copyPolicy()
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('no manifest'))
    await copyPolicy()
    expect(await readPolicy()).toEqual(free)
  })

  test('with fields of the wrong type sets nothing by them', async () => {
    setByOrganisation({ pauseForbidden: 1, strictness: 'official', exemptSites: ['b.cn', 1] })
    await copyPolicy()
    expect(await readPolicy()).toEqual(free)
  })

  test('is named to Chromium by a schema with these fields and no other', () => {
    const schema = JSON.parse(readFileSync(new URL('../../src/public/managed-schema.json', import.meta.url), 'utf8'))
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(strict).sort())
    expect(schema.properties.strictness.enum).toEqual(strictnesses)
  })
})
