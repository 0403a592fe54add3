/** Random registries and random texts about them, for properties that must hold whatever the data. */
import fc from 'fast-check'
import type { PublishedInstitution } from '../../src/registry/schema.ts'
import { institution, line } from './tiny-registry.ts'

/** None of these stands inside another, and none is an everyday word. */
const NAMES = ['东山银行', '西河银行', '南林消费金融', '北港小额贷款', '湖城银行', '远山支付集团'] as const
/** The same digits belong to different banks in different provinces. */
export const LOCAL_CODE = '96777'

const NUMBERS = [
  '95501',
  '95502',
  '956789',
  '4005550001',
  '4005550002',
  '4007770003',
  '02155550004',
  LOCAL_CODE,
] as const
/** Numbers of nobody: near a listed one, far from any, and codes with something in front or behind. */
const STRANGERS = ['4005550003', '4008881234', '95503', '955012', '010-96777', '13812345678', '+95501', '01055550009']
const WORDS = [
  '客服热线：',
  '贷款',
  '请致电',
  '，',
  '。',
  '（',
  '）',
  '您的账户',
  '今天',
  '转',
  '和',
  ' ',
  '\n',
  '信用卡',
]

const level = fc.constantFrom('official' as const, 'official' as const, 'unconfirmed' as const)
const ending = fc.constantFrom(undefined, undefined, undefined, '2020-01-01', '2099-01-01')

const hotline = fc.record({ digits: fc.constantFrom(...NUMBERS), level, ending }).map((one) =>
  line(one.digits, {
    level: one.level,
    ...(one.ending && { validTo: one.ending }),
    ...(one.digits === LOCAL_CODE && { areaCodes: ['021'] }),
  }),
)

/** 2–6 institutions; lines may be shared, ended or unconfirmed; some have a parent. */
export const registry: fc.Arbitrary<PublishedInstitution[]> = fc
  .array(
    fc.record({
      hotlines: fc.uniqueArray(hotline, { maxLength: 4, selector: ({ canonical }) => canonical }),
      child: fc.boolean(),
    }),
    {
      minLength: 2,
      maxLength: NAMES.length,
    },
  )
  .map((list) =>
    list.map(({ hotlines, child }, at) =>
      institution(`i${at}`, NAMES[at] ?? '', { hotlines, ...(child && at > 0 && { parent: 'i0' }) }),
    ),
  )

/** A text without a name. */
export const smallTalk = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(''))

/** One block: names, listed and unlisted numbers, words. */
export const block = fc
  .array(fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...NUMBERS, ...STRANGERS), fc.constantFrom(...WORDS)), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => parts.join('').replace(/\n{2,}/g, '\n'))
