import { expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'

function disguise(number: string): string[] | undefined {
  return findNumbers(`请拨打 ${number} 咨询`)[0]?.disguise
}

it.each([
  '95588',
  '９５５８８',
  '400-820-8820',
  '400 820 8820',
  '40066-95580',
  '(010)62063646',
  '+86 10-95588',
  '0086-138-0013-8000',
  '+1 (202) 555-0171',
])('%s is ordinary typography', (number) => {
  expect(disguise(number)).toEqual([])
})

it.each([
  ['⑨⑤⑤⑧⑧', ['circled']],
  ['⑼⑸⑸⑻⑻', ['parenthesised']],
  ['⒐⒌⒌⒏⒏', ['dotted']],
  ['9️⃣5️⃣5️⃣8️⃣8️⃣', ['keycap']],
  ['⁹⁵⁵⁸⁸', ['superscript']],
  ['𝟗𝟓𝟓𝟖𝟖', ['math-digits']],
  ['٩٥٥٨٨', ['other-script']],
  ['九五五八八', ['han-digits']],
  ['玖伍伍捌捌', ['formal-digits']],
  ['幺三拐零零零一二三四五', ['han-digits', 'radio-digits']],
  ['4OO-82O-882O', ['letters', 'mixed-scripts']],
  ['955б8', ['homoglyphs', 'mixed-scripts']],
  ['9̶5̶5̶8̶8̶', ['combining-marks']],
  ['95\u200b588', ['zero-width']],
  ['400\u2003820\u20038820', ['odd-spaces']],
  ['9 5 5 8 8', ['odd-spaces']],
  ['9-5-5-8-8', ['odd-separators']],
  ['138★0013★8000', ['odd-separators']],
  ['138杠0013杠8000', ['filler']],
  ['(138)(0013)(8000)', ['brackets']],
  ['138\n0013\n8000', ['line-break']],
  ['9⑤五8８', ['circled', 'han-digits', 'mixed-scripts']],
  ['+95588', ['plus-prefix']],
  ['0095588', ['plus-prefix']],
  ['00861-80696-19901', ['regrouped']],
])('%s: %j', (number, names) => {
  expect(disguise(number)).toEqual(names)
})
