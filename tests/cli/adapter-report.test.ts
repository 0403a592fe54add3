/** What a maintainer reads of a published file of message views before clients do. */
import { expect, test } from 'vitest'
import packaged from '../../data/sms-views.json' with { type: 'json' }
import { adapterReport } from '../../src/cli/adapter-report.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const [google] = packaged.adapters

test('the package’s own file is accepted whole', () => {
  expect(adapterReport(bytes(packaged))).toEqual({
    lines: [
      `message views ${packaged.version}: ${packaged.adapters.length} adapters accepted (selectors are tried in the browser)`,
    ],
    refused: [],
    failed: false,
  })
})

test('refused pieces are told, each with its reason', () => {
  const file = { ...packaged, adapters: [{ ...google, match: [{ host: 'www.icbc.com.cn', path: '/*' }] }] }
  expect(adapterReport(bytes(file))).toMatchObject({
    refused: [
      'message views: google-messages.match: host-outside-package (left out)',
      'message views: google-messages.match: nothing-left (adapter refused)',
    ],
    failed: false,
  })
})

test('a file that clients refuse whole fails', () => {
  expect(adapterReport(bytes({ ...packaged, schema: 2 }))).toEqual({
    lines: [],
    refused: ['message views: unknown-schema, clients keep the file before'],
    failed: true,
  })
})
