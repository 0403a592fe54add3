import { describe, expect, test } from 'vitest'
import { everydayName, localText, nameList } from '../../src/locales/language.ts'

const cmb = { zh: '招商银行股份有限公司', en: 'China Merchants Bank' }
const webank = { zh: '深圳前海微众银行股份有限公司' }

describe('names', () => {
  test('are said without their legal form, and in English where there is English', () => {
    expect(everydayName(cmb, 'zh-CN')).toBe('招商银行')
    expect(everydayName({ zh: '玖富数科科技集团有限责任公司' }, 'zh-CN')).toBe('玖富数科科技集团')
    expect(everydayName(cmb, 'en')).toBe('China Merchants Bank')
    expect(nameList([cmb, webank], 'zh-CN')).toBe('招商银行、深圳前海微众银行')
    expect(nameList([cmb, webank], 'en')).toBe('China Merchants Bank, 深圳前海微众银行')
  })

  test('a record’s text is not shortened', () => {
    expect(localText(cmb, 'zh-CN')).toBe('招商银行股份有限公司')
  })
})
