import { expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { pageBlocks } from '../support/page-blocks.ts'

const found = (page: string) => pageBlocks(page).flatMap((block) => findNumbers(block).map((number) => number.raw))

it.each(['article-reaching-service', 'article-service-levels'])('finds no number in %s, which prints none', (page) => {
  expect(pageBlocks(page).length).toBeGreaterThan(50)
  expect(found(page)).toEqual([])
})

it('finds the numbers of the sample page and none of its decoys', () => {
  expect(found('sample')).toEqual(['95384', '400-820-5555', '95508', '400-123-4567', '④⓪⓪-①②③-④⑤⑥⑦', '+95588', '12378'])
})
