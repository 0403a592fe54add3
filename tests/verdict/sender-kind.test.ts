/** Kinds of senders as views show them. */
import { describe, expect, test } from 'vitest'
import { isPersonal, senderKind } from '../../src/verdict/sender-kind.ts'

describe('senderKind', () => {
  test.each([
    ['106900000117', 'port'],
    ['1069 0000 0117', 'port'],
    ['10655059812345678', 'port'],
    ['95588', 'short'],
    ['95118000', 'short'],
    ['12381', 'short'],
    ['96110', 'short'],
    ['10086', 'short'],
    ['110', 'short'],
    ['400-820-5555', 'short'],
    ['+86 95588', 'short'],
    ['+86 138 0000 0117', 'mobile'],
    ['13800000117', 'mobile'],
    ['０１３８００００', undefined],
    ['\u202a+86 138-0000-0117\u202c', 'mobile'],
    ['+86 10 5550 1064', 'landline'],
    ['010-55501064', 'landline'],
    ['0755 5550 0170', 'landline'],
    ['(202) 555-0102', 'foreign'],
    ['+1 (202) 555-0102', 'foreign'],
    ['0044 20 7946 0000', 'foreign'],
    ['妈妈', 'name'],
    ['京东金融客服', 'name'],
    ['Bank 95588', 'name'],
    ['', undefined],
    ['  ', undefined],
    ['12', undefined],
    ['…', undefined],
    ['09:12', undefined],
  ])('%s is %s', (sender, kind) => {
    expect(senderKind(sender)).toBe(kind)
  })

  test('a name, a mobile and a foreign number are anybody; a port and a short code are not', () => {
    expect(['妈妈', '13800000117', '+12025550102'].map((s) => isPersonal(senderKind(s)))).toEqual([true, true, true])
    expect(['106900000117', '95588', '…'].map((s) => isPersonal(senderKind(s)))).toEqual([false, false, false])
  })
})
