import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownText } from '../../src/page/own-text.ts'

test('the text stays what it is, whatever its length and units', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200, size: 'max' }), (text) => ownText(text) === text))
  for (const text of ['', '9', '客服 95588', '\ud83d', '\udc00'.repeat(60)]) expect(ownText(text)).toBe(text)
})
