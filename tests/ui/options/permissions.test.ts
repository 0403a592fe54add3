import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { zhOptions } from '../../../src/locales/zh-CN/options.ts'

/** The options page explains each permission that the manifest asks for, and no other. */
it('explains every permission of the manifest', () => {
  const config = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8')
  const asked = [...config.matchAll(/(?:^|\s)(?:optional_)?permissions: \[([^\]]*)\]/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/'(\w+)'/g)].map((name) => name[1]),
  )
  const explained = Object.keys(zhOptions).flatMap((key) => /^perm\.(?!title|sites)(\w+)$/.exec(key)?.[1] ?? [])
  expect(asked.length).toBeGreaterThan(4)
  expect(explained.filter((name) => name !== 'notifications').sort()).toEqual(
    asked.filter((name) => name !== 'notifications').sort(),
  )
})
