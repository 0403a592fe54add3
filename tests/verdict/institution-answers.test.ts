import { describe, expect, it } from 'vitest'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { institutionAnswers } from '../../src/verdict/institution-answers.ts'
import { institution, line, tinySnapshot } from './tiny-registry.ts'

const index = buildRegistryIndex(
  tinySnapshot({
    institutions: [
      institution('yue-group', '五岳集团', { kind: 'group', hotlines: [line('95599')] }),
      institution('hua', '华山银行', { parent: 'yue-group', aliases: [{ text: '华行' }], hotlines: [line('95588')] }),
      institution('hua-cf', '华山银行消费金融', { parent: 'nobody' }),
    ],
  }),
)
const ids = (body: Parameters<typeof institutionAnswers>[0]): string[] =>
  institutionAnswers(body, index).map((answer) => answer.institution.id)

describe('institutionAnswers', () => {
  it('finds by name, by alias and by the question around a name', () => {
    expect(ids({ query: '华山银行' })).toEqual(['hua'])
    expect(ids({ query: '华行' })).toEqual(['hua'])
    expect(ids({ query: '华山银行客服电话是多少' })).toEqual(['hua'])
  })
  it('offers parts of names only when nothing better is there', () => {
    expect(ids({ query: '消费金融' })).toEqual(['hua-cf'])
    expect(ids({ query: '月亮' })).toEqual([])
  })
  it('gives records by id, once, leaving out what is not there', () => {
    expect(ids({ ids: ['hua', 'nobody', 'hua', '__proto__'] })).toEqual(['hua'])
  })
  it('brings the group whose line also serves the institution', () => {
    const [hua] = institutionAnswers({ ids: ['hua'] }, index)
    expect(hua?.parent?.id).toBe('yue-group')
    expect(institutionAnswers({ ids: ['hua-cf'] }, index)[0]).not.toHaveProperty('parent')
  })
  it('is empty without a registry', () => {
    expect(institutionAnswers({ query: '华山银行' }, null)).toEqual([])
  })
})
